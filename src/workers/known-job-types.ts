/** The job types that the workers serve: what the studio offers, and what publishing checks. */
import type { KnownJobType } from '../domain/drafts/draft-types.js';
import { caseSteps } from './case/case-steps.js';
import { connectors } from './departments/connectors.js';
import { userTaskWorker } from './human/user-task.js';
import type { AnyWorker } from './runtime/define-worker.js';

export const knownJobTypes: readonly KnownJobType[] = [
  ...caseSteps,
  ...connectors.map((connector) => connector.worker),
  userTaskWorker(),
].map(toKnownJobType);

function toKnownJobType({ type, name, department, errors }: AnyWorker): KnownJobType {
  const [refusal] = errors;
  return { type, name, ...(department !== undefined && { department }), ...(refusal !== undefined && { refusal }) };
}
