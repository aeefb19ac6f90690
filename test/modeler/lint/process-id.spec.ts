import { processId } from '../../../modeler/lint/rules/process-id.js';
import { verifyRule } from './rule-fixtures.js';

verifyRule('process-id', processId, {
  valid: [
    { name: "the bundle's id", options: { bundleId: 'p' }, inside: '' },
    { name: 'any id when the bundle is unknown', inside: '' },
  ],
  invalid: [
    {
      name: 'another id',
      options: { bundleId: 'shebaoka-dabanban' },
      inside: '',
      report: [['p', '流程标识必须是“shebaoka-dabanban”']],
    },
  ],
});
