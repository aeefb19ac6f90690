import { isAny } from '../moddle.js';
import { say, type RuleFactory } from '../rule.js';

/** Form and actions of a human task stand in the manifest under its element id; without an entry it has neither. */
export const userTaskInManifest: RuleFactory = (options = {}) => ({
  check(element, reporter) {
    if (!isAny(element, 'bpmn:UserTask') || options.manifestTasks === undefined) return;
    const id = element.id ?? '';
    if (options.manifestTasks.includes(id)) return;
    reporter.report(
      id,
      say(
        options,
        `套餐清单（manifest）的 tasks 中没有“${id}”：这个任务没有表单，也没有可选动作`,
        `The manifest's tasks do not list "${id}": the task has no form and no actions`,
      ),
    );
  },
});
