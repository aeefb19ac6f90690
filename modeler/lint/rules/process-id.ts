import { isAny } from '../moddle.js';
import { say, type RuleFactory } from '../rule.js';

/** The bundle starts the process that bears its own id. */
export const processId: RuleFactory = (options = {}) => ({
  check(element, reporter) {
    if (!isAny(element, 'bpmn:Process') || options.bundleId === undefined || element.id === options.bundleId) return;
    reporter.report(
      element.id ?? '',
      say(
        options,
        `流程标识必须是“${options.bundleId}”，现在是“${element.id}”，不能发布`,
        `The process id must be "${options.bundleId}", it is "${element.id}"`,
      ),
    );
  },
});
