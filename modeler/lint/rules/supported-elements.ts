import { extension, isAny, list, type ModdleElement } from '../moddle.js';
import { say, type RuleFactory } from '../rule.js';

/** Flow nodes that the embedded engine runs, with the event definitions it knows on each. */
const SUPPORTED: Readonly<Record<string, readonly string[]>> = {
  'bpmn:StartEvent': ['message', 'signal', 'timer', 'error', 'escalation'],
  'bpmn:EndEvent': ['compensate', 'error', 'terminate', 'signal', 'escalation', 'message'],
  'bpmn:IntermediateCatchEvent': ['message', 'timer', 'signal', 'link'],
  'bpmn:IntermediateThrowEvent': ['compensate', 'signal', 'escalation', 'link', 'message'],
  'bpmn:BoundaryEvent': ['compensate', 'message', 'timer', 'error', 'signal', 'escalation'],
  'bpmn:ServiceTask': [],
  'bpmn:UserTask': [],
  'bpmn:ReceiveTask': [],
  'bpmn:SendTask': [],
  'bpmn:ScriptTask': [],
  'bpmn:BusinessRuleTask': [],
  'bpmn:ManualTask': [],
  'bpmn:Task': [],
  'bpmn:CallActivity': [],
  'bpmn:SubProcess': [],
  'bpmn:ExclusiveGateway': [],
  'bpmn:InclusiveGateway': [],
  'bpmn:ParallelGateway': [],
  'bpmn:EventBasedGateway': [],
};

/** What the embedded engine would refuse at deployment is said while drawing. */
export const supportedElements: RuleFactory = (options = {}) => ({
  check(element, reporter) {
    if (!isAny(element, 'bpmn:FlowNode')) return;
    const id = element.id ?? '';
    for (const [zh, en] of unsupported(element)) reporter.report(id, say(options, zh, en));
  },
});

function unsupported(element: ModdleElement): [string, string][] {
  const events = SUPPORTED[element.$type];
  const type = element.$type.replace('bpmn:', '');
  if (events === undefined) {
    return [[`办件引擎暂不支持这种元素（${type}），发布时会被退回`, `The engine does not support ${type} yet`]];
  }
  const found: [string, string][] = [];
  for (const definition of list(element, 'eventDefinitions')) {
    const kind = definition.$type.replace('bpmn:', '').replace('EventDefinition', '').toLowerCase();
    if (!events.includes(kind)) {
      found.push([`办件引擎暂不支持这里的“${kind}”事件`, `The engine does not support ${kind} events here yet`]);
    }
  }
  if (extension(element, 'zeebe:ExecutionListeners')) {
    found.push(['办件引擎暂不支持执行监听', 'The engine does not support execution listeners yet']);
  }
  if (isAny(element, 'bpmn:UserTask') && extension(element, 'zeebe:UserTask')) {
    found.push([
      '人工任务须由“任务工作者”实现，不能用引擎自带的用户任务：请在“实现”中改选',
      'A human task must be implemented by a job worker, not as a native user task',
    ]);
  }
  return found;
}
