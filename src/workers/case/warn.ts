/** 临期预警: the promised limit comes near. */
import { caseInput } from '../../connectors/schemas.js';
import { completed, defineWorker } from '../runtime/define-worker.js';
import { nothing, type CaseInput } from './schemas.js';

export const warn = defineWorker<CaseInput, object>({
  type: 'case.warn',
  name: '临期预警',
  input: caseInput,
  output: nothing,
  errors: [],
  async handle({ variables, step }, { domain }) {
    await domain.cases.warn(variables.caseNumber, step);
    return completed({});
  },
});
