import { manifestTasks } from '../../../modeler/lint/rules/manifest-tasks.js';
import { verifyRule } from './rule-fixtures.js';

const options = { manifestTasks: ['window-check'] };
const drawn = '<bpmn:userTask id="window-check" />';

verifyRule('manifest-tasks', manifestTasks, {
  valid: [
    { name: 'a task of the manifest', options, inside: drawn },
    {
      name: 'a task of the manifest in a sub-process',
      options,
      inside: `<bpmn:subProcess id="s">${drawn}</bpmn:subProcess>`,
    },
    { name: 'any task when the manifest is unknown', inside: '<bpmn:userTask id="t" />' },
    { name: 'a service task', options, inside: `${drawn}<bpmn:serviceTask id="t" />` },
  ],
  invalid: [
    {
      name: 'a task the manifest lacks',
      options,
      inside: `${drawn}<bpmn:userTask id="t" />`,
      report: [['t', '套餐清单里没有这个人工任务（t）']],
    },
    {
      name: 'a task of the manifest that is no longer drawn',
      options,
      inside: '<bpmn:serviceTask id="window-check" />',
      report: [['p', '人工任务“window-check”不在图中']],
    },
  ],
});
