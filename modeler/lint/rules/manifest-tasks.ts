import { isAny, list, type ModdleElement } from '../moddle.js';
import { say, type RuleFactory } from '../rule.js';

/**
 * Form and actions of a human task stand in the manifest under its element id. Publishing refuses a human task without
 * an entry, and an entry without its human task.
 */
export const manifestTasks: RuleFactory = (options = {}) => ({
  check(element, reporter) {
    const known = options.manifestTasks;
    if (known === undefined) return;
    const id = element.id ?? '';
    if (isAny(element, 'bpmn:UserTask') && !known.includes(id)) {
      reporter.report(
        id,
        say(
          options,
          `套餐清单里没有这个人工任务（${id}），没有表单和动作，不能发布：要由管理员补进清单，或改用清单中已有的任务`,
          `The manifest does not list this human task (${id}): no form, no actions, it cannot be published`,
        ),
      );
    }
    if (!isAny(element, 'bpmn:Process')) return;
    const drawn = new Set(userTaskIds(element));
    for (const missing of known.filter((task) => !drawn.has(task))) {
      reporter.report(
        id,
        say(
          options,
          `套餐清单中的人工任务“${missing}”不在图中，不能发布：可从“部门步骤”中放回`,
          `The manifest's human task "${missing}" is not drawn: it cannot be published`,
        ),
      );
    }
  },
});

function userTaskIds(scope: ModdleElement): string[] {
  return list(scope, 'flowElements').flatMap((element) =>
    isAny(element, 'bpmn:UserTask') ? [element.id ?? ''] : userTaskIds(element),
  );
}
