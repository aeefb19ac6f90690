import { isAny, list, type ModdleElement } from '../moddle.js';
import { say, type RuleFactory } from '../rule.js';

const HAN = /\p{Script=Han}/u;

/** Names appear on applicants' and clerks' screens, so that they must be there and in Chinese. */
export const chineseName: RuleFactory = (options = {}) => ({
  check(element, reporter) {
    if (!needsName(element)) return;
    const name = element.name?.trim() ?? '';
    if (HAN.test(name)) return;
    const message =
      name === ''
        ? say(options, '没有名称：办事人和经办人会看到这个名称，请用中文写清楚', 'Has no name; people see it: name it')
        : say(options, `名称“${name}”不是中文，办事人和经办人会看到它`, `The name "${name}" is not Chinese`);
    reporter.report(element.id ?? '', message, { path: ['name'] });
  },
});

function needsName(element: ModdleElement): boolean {
  if (isAny(element, 'bpmn:Activity', 'bpmn:Event', 'bpmn:Process')) return true;
  return isAny(element, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway') && list(element, 'outgoing').length > 1;
}
