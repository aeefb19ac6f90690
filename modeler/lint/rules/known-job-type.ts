import { extension, isAny, isExpression, text } from '../moddle.js';
import { say, type RuleFactory } from '../rule.js';

/** A task done by a program must name a job type that some worker serves; otherwise the case waits there for ever. */
export const knownJobType: RuleFactory = (options = {}) => ({
  check(element, reporter) {
    if (!isAny(element, 'bpmn:ServiceTask', 'bpmn:SendTask')) return;
    const type = text(extension(element, 'zeebe:TaskDefinition'), 'type');
    const id = element.id ?? '';
    if (type === undefined) {
      reporter.report(
        id,
        say(
          options,
          '自动任务没有填写任务类型（job type），不知道由哪个程序办理',
          'Service task has no job type: no worker knows it',
        ),
      );
      return;
    }
    if (options.jobTypes === undefined || isExpression(type) || options.jobTypes.includes(type)) return;
    reporter.report(
      id,
      say(
        options,
        `没有程序办理任务类型“${type}”，办件会停在这里；请从“部门步骤”中选择`,
        `No worker serves job type "${type}"; pick one from the department steps`,
      ),
    );
  },
});
