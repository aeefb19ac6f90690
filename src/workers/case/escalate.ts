/** 超期督办: the promised limit has passed. */
import { caseInput } from '../../connectors/schemas.js';
import { completed, defineWorker } from '../runtime/define-worker.js';
import { nothing, type CaseInput } from './schemas.js';

export const escalate = defineWorker<CaseInput, object>({
  type: 'case.escalate',
  name: '超期督办',
  input: caseInput,
  output: nothing,
  errors: [],
  async handle({ variables, step }, { domain }) {
    await domain.cases.escalate(variables.caseNumber, step);
    return completed({});
  },
});
