/** 退件: the application goes back undecided. */
import { completed, defineWorker } from '../runtime/define-worker.js';
import { endingInput, nothing, type CaseInput } from './schemas.js';

export const returnCase = defineWorker<CaseInput & { reason: string }, object>({
  type: 'case.return',
  name: '退件',
  input: endingInput,
  output: nothing,
  errors: [],
  async handle({ variables: { caseNumber, reason }, step }, { domain }) {
    await domain.cases.returnCase(caseNumber, step, reason);
    return completed({});
  },
});
