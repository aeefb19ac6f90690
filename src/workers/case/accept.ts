/** 受理: the case is taken on, and its limits begin to count. */
import { caseInput, objectWith } from '../../connectors/schemas.js';
import { completed, defineWorker } from '../runtime/define-worker.js';
import { asJson, limits, type CaseInput } from './schemas.js';

export const accept = defineWorker<CaseInput, object>({
  type: 'case.accept',
  name: '受理',
  input: caseInput,
  output: objectWith({ limits }),
  errors: [],
  async handle({ variables, step }, { domain }) {
    const accepted = await domain.cases.accept(variables.caseNumber, step);
    return completed({ limits: asJson(accepted.limits) });
  },
});
