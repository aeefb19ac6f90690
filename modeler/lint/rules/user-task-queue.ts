import { extension, isAny, isExpression, text } from '../moddle.js';
import { say, type RuleFactory } from '../rule.js';

/** The assignee that stands for the person who applied. */
const APPLICANT = 'applicant';

/** A human task must say whose queue it goes to: a department, the case's window, or the applicant. */
export const userTaskQueue: RuleFactory = (options = {}) => ({
  check(element, reporter) {
    if (!isAny(element, 'bpmn:UserTask')) return;
    const assignment = extension(element, 'zeebe:AssignmentDefinition');
    if (text(assignment, 'assignee') === APPLICANT) return;
    const groups = text(assignment, 'candidateGroups');
    const id = element.id ?? '';
    if (groups === undefined) {
      reporter.report(
        id,
        say(
          options,
          '人工任务没有指定队列：请在“分配”中填写候选组（部门或 window），或把办理人设为 applicant',
          'Human task has no queue: set candidate groups (a department or window), or assignee applicant',
        ),
      );
      return;
    }
    const queue = groups.split(',')[0]?.trim() ?? '';
    if (options.queues === undefined || isExpression(groups) || options.queues.includes(queue)) return;
    const known = options.queues.join('、');
    reporter.report(
      id,
      say(
        options,
        `没有名为“${queue}”的队列，可用的队列：${known}`,
        `There is no queue "${queue}"; queues are: ${known}`,
      ),
    );
  },
});
