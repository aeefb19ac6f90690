/** Chinese for the messages of bpmnlint and of the Camunda rules. Our own rules speak Chinese themselves. */
import { elementTypeName } from './element-types';

const EXACT: Readonly<Record<string, string>> = {
  'A <Start Event> is not allowed in <Ad Hoc Sub Process>': '临时子流程里不能有开始事件',
  'An <End Event> is not allowed in <Ad Hoc Sub Process>': '临时子流程里不能有结束事件',
  'An <Event-based Gateway> must have at least 2 outgoing <Sequence Flows>': '事件网关至少要有两条流出',
  'A <Sequence Flow> outgoing from an <Event-based Gateway> must not be conditional': '事件网关的流出不能带条件',
  'Start event is missing event definition': '开始事件没有指定由什么触发',
  'Incoming flows do not join': '多条流向直接汇入，没有用网关合并：任务会被执行多次',
  'Element is missing name': '没有名称',
  'Element is unused': '定义了但没有用到',
  'Element name is not unique': '名称与别处重复',
  'Link event is missing link name': '链接事件没有填写链接名',
  'Element is missing bpmndi': '元素没有图形信息，画布上看不到',
  'Element is not connected': '没有与流程连接',
  'SequenceFlow is a duplicate': '流向重复',
  'Duplicate outgoing sequence flows': '有重复的流出',
  'Duplicate incoming sequence flows': '有重复的流入',
  'Gateway forks and joins': '一个网关同时合并又分叉，请分成两个网关',
  'Element is an implicit end': '流程在这里断了：请连到结束事件或下一步',
  'Flow splits implicitly': '从这里分出多条流向但没有用网关',
  'Element is an implicit start': '没有流向进入这一步：请把它连到流程中',
  'Element overlaps with other element': '与其他元素重叠',
  'Element is outside of parent boundary': '超出了所在容器的边界',
  'Event has multiple event definitions': '一个事件只能有一种触发方式',
  'Start event must be blank': '子流程的开始事件必须是空白开始事件',
  'Gateway is superfluous. It only has one source and target.': '网关只有一进一出，是多余的',
  'Sequence flow has superfluous label': '这条流向不需要文字',
  'Termination is superfluous.': '这里不需要终止结束事件',
  'Process is missing end event': '流程没有结束事件',
  'Process is missing start event': '流程没有开始事件',
  'Sub process is missing end event': '子流程没有结束事件',
  'Sub process is missing start event': '子流程没有开始事件',
  'Process has multiple blank start events': '流程有多个空白开始事件',
  'Sub process has multiple blank start events': '子流程有多个空白开始事件',
  'Event sub process has multiple blank start events': '事件子流程有多个空白开始事件',
  'Multiple elements of type <bpmn:StartEvent> with no event definition not allowed as children of <bpmn:Process>':
    '流程只能有一个空白开始事件',
  'Property <conditionExpression> only allowed if source is of type <bpmn:ExclusiveGateway> or <bpmn:InclusiveGateway>':
    '只有排他网关或包容网关的流出才能带条件',
  'Element of type <bpmn:ReceiveTask> not allowed as event-based gateway target': '事件网关后面不能直接接接收任务',
};

/** Property names as the panel shows them. */
const PROPERTIES: Readonly<Record<string, string>> = {
  name: '名称',
  type: '任务类型',
  retries: '重试次数',
  errorRef: '错误',
  errorCode: '错误代码',
  messageRef: '消息',
  signalRef: '信号',
  escalationRef: '升级',
  correlationKey: '关联键',
  source: '来源',
  target: '目标',
  processId: '流程标识',
  candidateGroups: '候选组',
  assignee: '办理人',
  dueDate: '截止时间',
  followUpDate: '跟进时间',
  formKey: '表单键',
  formId: '表单标识',
  isExecutable: '可执行',
  timeDate: '日期',
  timeDuration: '时长',
  timeCycle: '周期',
  conditionExpression: '条件',
  completionCondition: '完成条件',
  decisionId: '决策标识',
  resultVariable: '结果变量',
  expression: '表达式',
  inputCollection: '输入集合',
  outputCollection: '输出集合',
  outputElement: '输出元素',
  incoming: '流入',
  key: '键',
  value: '值',
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  'zeebe:TaskDefinition': '任务定义（job type）',
  'zeebe:CalledElement': '被调用流程',
  'zeebe:CalledDecision': '被调用决策',
  'zeebe:Script': '脚本',
  'zeebe:Subscription': '消息订阅（关联键）',
  'zeebe:LoopCharacteristics': '多实例定义',
  'zeebe:FormDefinition': '表单定义',
  'zeebe:UserTask': '引擎用户任务',
  'bpmn:TimerEventDefinition': '定时器',
};

/** `<a> or <b>` → Chinese names of properties and types, joined. */
function terms(text: string): string {
  return text
    .replace(
      /<([^<>]+)>/g,
      (_, term: string) => `“${elementTypeName(term) ?? EXTENSIONS[term] ?? PROPERTIES[term] ?? term}”`,
    )
    .replace(/,? or /g, '或')
    .replace(/,? and /g, '和')
    .replace(/, /g, '、');
}

const PATTERNS: readonly [RegExp, string][] = [
  [/^Element type <(.+)> is discouraged$/, '不建议使用这种元素（$1）'],
  [/^Duplicate link catch event with link name <(.+)> in scope$/, '链接名“$1”有多个接收端'],
  [
    /^Link (?:catch|throw|catch event|throw event)? ?(?:event )?with link name <(.+)> missing in scope$/,
    '链接名“$1”缺少另一端',
  ],
  [
    /^(.+) with event definition of type (<.+>) only allowed by Camunda (?:Platform|Cloud)? ?(.+)$/,
    '$1（$2）需要更高版本的引擎（$3）',
  ],
  [/^(.+) only allowed by Camunda (?:Platform |Cloud )?(.+?)(?: or newer)?$/, '$1只有更高版本的引擎（$2）才支持'],
  [/^(.+) must have property (<.+>) if it has property (<.+>)$/, '$1填了$3，就必须填$2'],
  [/^(.+) must have property (<.+>)$/, '$1必须填写$2'],
  [/^(.+) must not have property (<.+>)$/, '$1不能有$2'],
  [/^(.+) must have one extension element of type (.+)$/, '$1必须有其中一项：$2'],
  [/^(.+) must have extension element of type (<.+>)$/, '$1必须有$2'],
  [/^(.+) must have one property <incoming> of type <bpmn:SequenceFlow>$/, '$1只能有一条流入'],
  [/^Property <(.+)> is not a valid FEEL expression$/, '属性“$1”不是有效的 FEEL 表达式'],
  [/^Property <(.+)> must have expression value$/, '属性“$1”必须是表达式（以 = 开头）'],
  [/^Property <(.+)> must have value of <(.+)>$/, '属性“$1”的值必须是“$2”'],
  [/^Properties of type <(.+)> have property <(.+)> with duplicate value of <(.+)>$/, '有重复的“$2”：$3'],
  [/^FEEL function <(.+)> requires Camunda (.+)$/, 'FEEL 函数“$1”需要更高版本的引擎（$2）'],
  [/^Loop detected: (.+)$/, '流程存在无法跳出的循环：$1'],
  [/^A <(.+)> must be expanded$/, '“$1”必须展开'],
  [/^Element of type (<.+>)(.*) not allowed(.*)$/, '这里不能使用$1'],
];

/** Chinese for a lint message; undefined when there is none. */
export function translateLint(message: string): string | undefined {
  const exact = EXACT[message];
  if (exact !== undefined) return exact;
  for (const [pattern, chinese] of PATTERNS) {
    const match = pattern.exec(message);
    if (match) return chinese.replace(/\$(\d)/g, (_, index: string) => phrase(match[Number(index)] ?? ''));
  }
  return undefined;
}

/** `Element of type <bpmn:X>` and the like inside a message. */
function phrase(english: string): string {
  return terms(
    english
      .replace(/^(?:An? )?[Ee]lement of type /, '')
      .replace(/^Extension element of type /, '')
      .replace(/ with event definition of type /, '、'),
  );
}
