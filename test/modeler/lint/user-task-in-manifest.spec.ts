import { userTaskInManifest } from '../../../modeler/lint/rules/user-task-in-manifest.js';
import { verifyRule } from './rule-fixtures.js';

const options = { manifestTasks: ['window-check'] };

verifyRule('user-task-in-manifest', userTaskInManifest, {
  valid: [
    { name: 'a task of the manifest', options, inside: '<bpmn:userTask id="window-check" />' },
    { name: 'any task when the manifest is unknown', inside: '<bpmn:userTask id="t" />' },
    { name: 'a service task', options, inside: '<bpmn:serviceTask id="t" />' },
  ],
  invalid: [
    {
      name: 'a task the manifest lacks',
      options,
      inside: '<bpmn:userTask id="t" />',
      report: [['t', 'tasks 中没有“t”']],
    },
  ],
});
