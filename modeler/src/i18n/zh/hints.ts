/** Chinese for the explanations behind the panel's labels. Keys are the panel's own English texts, trailing blanks included. */
export const hints: Readonly<Record<string, string>> = {
  'A cycle defined as ISO 8601 repeating intervals format, or a cron expression.':
    '周期：ISO 8601 重复间隔（如 R3/PT1H），或 cron 表达式。',
  'A cycle defined as ISO 8601 repeating intervals format.': '周期：ISO 8601 重复间隔，如 R3/PT1H。',
  'A specific point in time defined as ISO 8601 combined date and time representation.':
    '一个时间点：ISO 8601 日期时间，如 2026-11-24T09:00:00+08:00。',
  'A time duration defined as ISO 8601 durations format.': '一段时长：ISO 8601，如 P3D（3 天）、PT2H（2 小时）。',
  'How to configure a timer': '怎样设置定时器',
  'Documentation: Timer events': '说明：定时事件',
  'Timer documentation': '定时器说明',
  '1 hour and 30 minutes': '1 小时 30 分钟',
  '14 days': '14 天',
  '15 seconds': '15 秒',
  'every 10 seconds, up to 5 times': '每 10 秒一次，最多 5 次',
  'every day, infinitely': '每天一次，不限次数',
  'every hour on the hour from 9-5 p.m. UTC Monday-Friday': '周一至周五 9 点到 17 点（UTC）每小时整点',
  'UTC time': 'UTC 时间',
  'UTC plus 2 hours zone offset': '东二区时间',
  'Add custom key-value metadata to this element. Extension properties have no effect on process execution — they can be used to attach configuration visible for other consumers of the BPMN diagram. ':
    '给元素附加键值说明，不影响流程运行。',
  'Add custom logic that reacts to various events in the workflow execution life-cycle. ':
    '在元素开始或结束时另外执行的任务。',
  'Add input mappings to control what is passed to the activity as local variables. ':
    '输入映射：决定哪些数据以什么名字交给这一步。',
  'Add output mappings to control which variables are merged back into the process scope. ':
    '输出映射：决定这一步的哪些结果写回流程，并行分支请写到各自名下（如 renshe.outcome）。',
  'Configure the message that the task waits for. ': '这一步等待的消息。',
  'Configure the message that this event waits for. ': '这个事件等待的消息。',
  'Configure the message that will start this process instance. ': '启动本流程的消息。',
  'Configure the message that will trigger this boundary event. ': '触发这个边界事件的消息。',
  'Define a boolean condition expression that determines when this sequence flow is taken. ':
    '条件表达式（结果为真或假）：为真时走这条流向。',
  'Define an input collection expression that defines the collection to iterate over (e.g. ': '要逐个处理的集合（例如 ',
  'Define static metadata passed to job workers alongside each job. Headers are not evaluated by the engine — use them for fixed worker configuration (e.g. ':
    '随任务一起交给办理程序的固定参数，引擎不计算（例如 ',
  'Define the FEEL expression to evaluate and the variable to store the result in. ':
    '要计算的 FEEL 表达式，以及保存结果的变量。',
  'Define the ID of the process to call (e.g. ': '要调用的流程标识（例如 ',
  'Define the assignment, schedule, and priority of the user task. Assignee, candidate groups, and candidate users can be combined. Use due date and follow-up date to express deadlines and urgency. ':
    '这个任务给谁办、何时到期。候选组填队列：部门（gongan、renshe、yibao、bank）或 window；由办事人自己办的，办理人填 applicant。',
  'Define the decision to evaluate and how to map back the evaluation result. ': '要计算的决策表，以及结果写到哪里。',
  'Define the error to catch. Specify an error code (e.g. ': '要捕获的错误。填写错误代码（例如 ',
  ') to match a specific error, or leave empty to catch any error. ': '）只捕获这一种；留空则捕获所有错误。',
  'Define the error to throw. Specify an error code (e.g. ': '要抛出的错误。填写错误代码（例如 ',
  ') to identify the error. ': '）。',
  'Define the name of the variable that will contain the error code.': '保存错误代码的变量名。',
  'Define the name of the variable that will contain the error message.': '保存错误说明的变量名。',
  'Define the name of the variable that will contain the escalation code.': '保存升级代码的变量名。',
  'Execute this task for each element of a given collection. ': '对集合中的每一项各执行一次。',
  'Identifier computed from the process context that is used to correlate an incoming message (e.g. ':
    '用来认出消息属于哪个办件的值，一般填 =caseNumber（例如 ',
  'Implement a script task using an inline FEEL expression. To add a custom implementation, use a job worker. ':
    '用 FEEL 表达式实现脚本任务；也可改由办理程序实现。',
  'Implement a user task managed by Camunda. To add a custom implementation, use a job worker. ':
    '本平台的人工任务一律选“任务工作者”，由队列中的工作人员办理。',
  'Evaluate a business rule, for example a DMN decision. To add a custom implementation, use a job worker. ':
    '计算一个规则，例如 DMN 决策表；也可改由办理程序实现。',
  'If turned on, all variables from the child process instance will be propagated to the parent process instance.':
    '打开后，被调用流程的全部变量都传回来。',
  'If turned on, all variables from the parent process instance will be propagated to the child process instance.':
    '打开后，本流程的全部变量都传给被调用流程。',
  'Otherwise, only variables defined via input mappings will be propagated.': '否则只传输入映射中写明的变量。',
  'Otherwise, only variables defined via output mappings will be propagated.': '否则只传输出映射中写明的变量。',
  'Control which variables from the called process are merged back into the parent scope. By default, all child variables are propagated; use output mappings to selectively return specific variables. ':
    '被调用流程的哪些变量传回本流程。默认全部传回；也可用输出映射只传需要的。',
  'Link a form created with the Camunda Forms editor. Submitting this form will start a new process instance. ':
    '引用一个表单；提交后启动新流程。',
  'Link a form created with the Camunda Forms editor. To associate a custom form, application, or URL to the user task, specify an external reference. ':
    '引用一个表单。本平台的任务表单写在套餐清单（manifest）里，这里可以不填。',
  'Link or embed a form created with the Camunda Forms editor. To associate a custom form, application, or URL to the user task, specify a form key. ':
    '引用或内嵌一个表单。本平台的任务表单写在套餐清单（manifest）里，这里可以不填。',
  'React to user task lifecycle events by executing a job worker. ': '在用户任务的各个时刻执行办理程序。',
  'Specify more than one group as a comma separated list.': '多个组用逗号隔开；第一个是队列。',
  'Specify more than one user as a comma separated list.': '多个人用逗号隔开。',
  'Specify the condition that triggers this event. ': '触发这个事件的条件。',
  'Specify which job workers handle the event work. ': '由哪个程序办理这个事件：填任务类型。',
  'Specify which job workers handle the task work to evaluate business rules. ': '由哪个程序计算规则：填任务类型。',
  'Specify which job workers handle the task work to execute a script. ': '由哪个程序执行脚本：填任务类型。',
  'Specify which job workers handle the task work to execute a service (e.g. ':
    '由哪个程序办理：填任务类型，可从“部门步骤”中选（例如 ',
  'Specify which job workers handle the task work to send a message (e.g. ': '由哪个程序发送：填任务类型（例如 ',
  'Specifies the default priority for all jobs created by a process. Must be an integer. If no value is provided, the default value is 0. ':
    '本流程全部任务的默认优先级，整数，默认 0。',
  'Specifies the priority of a job. Must be an integer. If no value is provided, the default value is 0. ':
    '任务优先级，整数，默认 0。',
  'Specifies the priority of a user task. Must be an integer between 0 and 100. If no value is provided, the default value is 50. ':
    '人工任务优先级，0 到 100 的整数，默认 50。',
  'The number of times the engine tries executing this activity if a worker signals a failure. The default is three.':
    '办理程序报告失败时最多试几次，默认 3 次；用完后成为异常，由管理员处理。',
  'This maps to the process definition key.': '流程定义的键，与套餐标识相同。',
  'To collect the output define the output collection and the output element expressions. ':
    '要收集结果，请填写输出集合和输出元素。',
  'Uses the most recent deployed resource.': '用最近部署的那一份。',
  'Uses the resource found in the same deployment.': '用同一次部署的那一份。',
  'Uses the most recent deployed resource with the given version tag.': '用带这个版本标签的最近一份。',
  'Version tag by which this process can be referenced.': '引用本流程时用的版本标签。',
  'Refers to the process variable name': '流程变量的名字',
  '). ': '）。',
  ').': '）。',
};
