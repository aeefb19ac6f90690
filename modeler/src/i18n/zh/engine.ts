/** Chinese for what the engine (either one) answers when it refuses a process at deployment. */
const PATTERNS: readonly [RegExp, string][] = [
  [/^Must have at least one outgoing sequence flow or association/, '至少要有一条流出：请连到下一步'],
  [/^Must contain at least one executable process/, '没有可执行的流程：请勾选流程的“可执行”'],
  [/^Must have an id/, '没有标识（ID）'],
  [/^A message cannot be referred by more than one start event/, '同一个消息只能触发一个开始事件'],
  [/^Expected expression but not found/, '这里必须填写表达式'],
  [/^Expected expression but found static value/, '这里必须是表达式（以 = 开头），现在是固定值'],
  [/^Default flow must start at gateway/, '默认流向必须从这个网关出发'],
  [/^Must have a condition or be default flow/, '必须填写条件，或设为默认流向'],
  [/^Event-based gateway must have at least 2 outgoing/, '事件网关至少要有两条流出'],
  [/^Start events in subprocesses must be of type none/, '子流程的开始事件必须是空白开始事件'],
  [/^Intermediate timer catch event must have either/, '定时等待事件必须填写时长或日期'],
  [/^Must be attached to an activity/, '边界事件必须附在任务或子流程上'],
  [/^Cannot have incoming sequence flows/, '不能有流入'],
  [/^Non-Interrupting event of this type is not allowed/, '这种边界事件不能设为不打断'],
  [/^Interrupting timer event with time cycle is not allowed/, '会打断的定时事件不能用周期'],
  [/^End events must not have outgoing/, '结束事件不能有流出'],
  [/^Must reference an error/, '必须选择一个错误'],
  [/^Must reference a message/, '必须选择一个消息'],
  [/^ErrorCode must be present and not empty/, '错误代码不能为空'],
  [/^The errorCode of the error catch event is not allowed to be an expression/, '捕获的错误代码不能是表达式'],
  [/^Must have exactly one event definition/, '必须有且只有一种触发方式'],
  [/^Must have exactly one (?:zeebe:)?subscription extension element/i, '消息必须填写关联键'],
  [/^Name must be present and not empty/, '名称不能为空'],
  [/^Must have exactly one (.+)$/, '必须有且只有一个 $1'],
  [/^Exactly one of the attributes (.+)$/, '下列属性必须且只能填一个：$1'],
  [/^Headers contain duplicate entries for key (.+)$/, '固定参数的键重复：$1'],
  [/^Must have at least one start event/, '至少要有一个开始事件'],
  [/^Must have exactly one start event/, '必须有且只有一个开始事件'],
  [/^Multiple none start events are not allowed/, '只能有一个空白开始事件'],
  [/^Multiple message event definitions with the same name (.+)$/, '有多个事件等待同名消息：$1'],
  [/^Must be exactly one type of timer/, '定时器必须在时长、日期、周期中只填一种'],
  [/^Invalid timer (.+)$/, '定时器填写有误：$1'],
  [/^Elements of type '(.+)' are currently not supported/, '引擎不支持这种元素（$1）'],
  [/not supported by the embedded engine yet \((.+)\)$/, '办件引擎暂不支持：$1'],
];

/** Chinese for a deployment error; the text itself when there is none. */
export function translateDeployment(message: string): string {
  for (const [pattern, chinese] of PATTERNS) {
    const match = pattern.exec(message);
    if (match) return chinese.replace('$1', match[1] ?? '');
  }
  return message;
}
