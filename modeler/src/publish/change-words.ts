import { elementTypeName } from '../i18n/zh/element-types';
import { properties } from '../i18n/zh/properties';

/** Chinese for the property paths of a comparison (`flatten`): `zeebe:TaskDefinition type` → 任务定义 · 任务类型. */
const WORDS: Readonly<Record<string, string>> = {
  name: '名称',
  default: '默认流向',
  sourceRef: '起点',
  targetRef: '终点',
  attachedToRef: '附在',
  cancelActivity: '打断',
  conditionExpression: '条件',
  messageRef: '消息',
  errorRef: '错误',
  errorCode: '错误代码',
  signalRef: '信号',
  timeDuration: '时长',
  timeDate: '日期',
  timeCycle: '周期',
  body: '表达式',
  text: '文字',
  documentation: '说明',
  isExecutable: '可执行',
  'zeebe:TaskDefinition': '任务定义',
  'zeebe:AssignmentDefinition': '分配',
  'zeebe:FormDefinition': '表单',
  'zeebe:Subscription': '消息订阅',
  'zeebe:CalledElement': '被调用流程',
  'zeebe:Input': '输入',
  'zeebe:Output': '输出',
  'zeebe:Header': '固定参数',
  'zeebe:TaskSchedule': '期限',
  'zeebe:Script': '脚本',
  type: '任务类型',
  retries: '重试次数',
  candidateGroups: '队列',
  assignee: '办理人',
  correlationKey: '关联键',
  source: '来源',
  target: '目标',
  key: '键',
  value: '值',
  dueDate: '截止时间',
  queue: '队列',
  form: '表单',
  item: '对应事项',
  actions: '办理动作',
  processId: '流程标识',
};

/** One path in Chinese; words that are not known stay as they are. */
export function propertyName(path: string): string {
  return path
    .split(' ')
    .map((part) => {
      const [, word = part, known = ''] = /^([^([]+)(\([^)]*\)|\[\d+\])?$/.exec(part) ?? [];
      return `${WORDS[word] ?? properties[word] ?? elementTypeName(word) ?? word.replace('bpmn:', '')}${known}`;
    })
    .join(' · ');
}

/** `bpmn:ServiceTask` → 自动任务（服务任务）; messages and errors have names of their own. */
export function typeName(type: string): string {
  const own: Record<string, string> = { 'bpmn:Message': '消息', 'bpmn:Error': '错误', 'bpmn:Signal': '信号' };
  return own[type] ?? elementTypeName(type) ?? type.replace('bpmn:', '');
}
