/** 作废办结: the applicant has withdrawn, and the process has ended its work. */
import { caseInput } from '../../connectors/schemas.js';
import { completed, defineWorker } from '../runtime/define-worker.js';
import { nothing, type CaseInput } from './schemas.js';

export const withdraw = defineWorker<CaseInput, object>({
  type: 'case.withdraw',
  name: '作废办结',
  input: caseInput,
  output: nothing,
  errors: [],
  async handle({ variables, step }, { domain }) {
    await domain.cases.closeWithdrawn(variables.caseNumber, step);
    return completed({});
  },
});
