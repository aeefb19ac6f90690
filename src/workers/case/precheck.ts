/** 自动预审: are the materials complete? */
import { caseInput, objectWith } from '../../connectors/schemas.js';
import { completed, defineWorker } from '../runtime/define-worker.js';
import { missingMaterials, type CaseInput } from './schemas.js';

export const precheck = defineWorker<CaseInput, object>({
  type: 'case.precheck',
  name: '自动预审',
  input: caseInput,
  output: objectWith({ complete: { type: 'boolean' }, missing: missingMaterials }),
  errors: [],
  handle: async ({ variables, step }, { domain }) => completed(await domain.cases.precheck(variables.caseNumber, step)),
});
