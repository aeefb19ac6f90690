/** 不予受理: the application is not one to be taken on. */
import { completed, defineWorker } from '../runtime/define-worker.js';
import { endingInput, nothing, type CaseInput } from './schemas.js';

export const notAccept = defineWorker<CaseInput & { reason: string }, object>({
  type: 'case.not-accept',
  name: '不予受理',
  input: endingInput,
  output: nothing,
  errors: [],
  async handle({ variables: { caseNumber, reason }, step }, { domain }) {
    await domain.cases.notAccept(caseNumber, step, reason);
    return completed({});
  },
});
