import { knownJobType } from '../../../modeler/lint/rules/known-job-type.js';
import { extended, verifyRule } from './rule-fixtures.js';

const options = { jobTypes: ['gongan.verify-identity'] };
const task = (type: string) => extended('serviceTask', 'id="t"', `<zeebe:taskDefinition type="${type}" />`);

verifyRule('known-job-type', knownJobType, {
  valid: [
    { name: 'a served job type', options, inside: task('gongan.verify-identity') },
    { name: 'an expression', options, inside: task('=kind') },
    { name: 'any type when none are known', inside: task('some.thing') },
    { name: 'a user task', options, inside: '<bpmn:userTask id="u" />' },
  ],
  invalid: [
    {
      name: 'a job type without a worker',
      options,
      inside: task('gongan.verify'),
      report: [['t', '没有程序办理任务类型“gongan.verify”']],
    },
    { name: 'no job type', inside: '<bpmn:serviceTask id="t" />', report: [['t', '没有填写任务类型']] },
    { name: 'a blank job type', inside: task(' '), report: [['t', '没有填写任务类型']] },
  ],
});
