/** 一次告知补正: asks the applicant for everything that is missing, at once. */
import type { MissingMaterial } from '../../domain/cases/case-types.js';
import { objectWith, text } from '../../connectors/schemas.js';
import { completed, defineWorker } from '../runtime/define-worker.js';
import { asJson, limits, missingMaterials, type CaseInput } from './schemas.js';

export const askCorrection = defineWorker<CaseInput & { missing: MissingMaterial[]; askedBy: string }, object>({
  type: 'case.ask-correction',
  name: '一次告知补正',
  input: objectWith({ caseNumber: text, missing: { ...missingMaterials, minItems: 1 }, askedBy: text }),
  output: objectWith({ limits }),
  errors: [],
  async handle({ variables: { caseNumber, missing, askedBy }, step }, { domain }) {
    const asked = await domain.cases.askCorrection(caseNumber, step, { missing, askedBy });
    return completed({ limits: asJson(asked.limits) });
  },
});
