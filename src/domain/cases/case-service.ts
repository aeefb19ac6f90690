/** Cases 办件: what people do with them (desk) and what the process does (steps). */
import { createCaseDesk, type CaseDeskDeps } from './case-desk.js';
import { createCaseSteps, type CaseStepsInternal } from './case-steps.js';
import type { CaseDesk } from './case-service-types.js';

export type CaseServiceInternal = CaseDesk & CaseStepsInternal;

export function createCaseService(deps: CaseDeskDeps): CaseServiceInternal {
  return { ...createCaseDesk(deps), ...createCaseSteps(deps) };
}
