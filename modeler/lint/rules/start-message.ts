import { child, isAny, list, text, type ModdleElement } from '../moddle.js';
import { say, type RuleFactory } from '../rule.js';

/** A bundle starts by the message of its manifest; without a start event for it no application would ever start. */
export const startMessage: RuleFactory = (options = {}) => ({
  check(element, reporter) {
    if (!isAny(element, 'bpmn:Process') || options.startMessage === undefined) return;
    const names = list(element, 'flowElements').flatMap(startMessageNames);
    if (names.includes(options.startMessage)) return;
    const wanted = options.startMessage;
    reporter.report(
      element.id ?? '',
      say(
        options,
        `没有以消息“${wanted}”触发的开始事件，申请提交后流程不会启动`,
        `No start event for message "${wanted}": submitted applications would not start`,
      ),
    );
  },
});

function startMessageNames(element: ModdleElement): string[] {
  if (!isAny(element, 'bpmn:StartEvent')) return [];
  return list(element, 'eventDefinitions')
    .map((definition) => text(child(definition, 'messageRef'), 'name'))
    .filter((name) => name !== undefined);
}
