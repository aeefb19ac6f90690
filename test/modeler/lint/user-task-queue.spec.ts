import { userTaskQueue } from '../../../modeler/lint/rules/user-task-queue.js';
import { extended, verifyRule } from './rule-fixtures.js';

const options = { queues: ['renshe', 'window'] };
const task = (assignment: string) => extended('userTask', 'id="t"', assignment);

verifyRule('user-task-queue', userTaskQueue, {
  valid: [
    { name: 'a known department', options, inside: task('<zeebe:assignmentDefinition candidateGroups="renshe" />') },
    { name: 'the window', options, inside: task('<zeebe:assignmentDefinition candidateGroups="window, renshe" />') },
    { name: 'the applicant', options, inside: task('<zeebe:assignmentDefinition assignee="applicant" />') },
    { name: 'an expression', options, inside: task('<zeebe:assignmentDefinition candidateGroups="=[queue]" />') },
    { name: 'any queue when none are known', inside: task('<zeebe:assignmentDefinition candidateGroups="minzu" />') },
    { name: 'a service task', options, inside: '<bpmn:serviceTask id="s" />' },
  ],
  invalid: [
    { name: 'no assignment', options, inside: '<bpmn:userTask id="t" />', report: [['t', '没有指定队列']] },
    {
      name: 'an assignee who is not the applicant',
      options,
      inside: task('<zeebe:assignmentDefinition assignee="zhangsan" />'),
      report: [['t', '没有指定队列']],
    },
    {
      name: 'an unknown queue, in English when asked',
      options: { ...options, language: 'en' },
      inside: task('<zeebe:assignmentDefinition candidateGroups="minzu" />'),
      report: [['t', 'There is no queue "minzu"']],
    },
  ],
});
