/**
 * Human steps: the job becomes a task in a queue and stays with the engine until a person has completed the task (the
 * domain's outbox then completes the job).
 */
import { objectWith, text } from '../../connectors/schemas.js';
import { defineWorker, type AnyWorker } from '../runtime/define-worker.js';

export const USER_TASK_TYPE = 'io.camunda.zeebe:userTask';

/**
 * A job is lost to its task when this process dies between taking it and storing the task; the engine hands it out again
 * after this time. It also hands out those that became tasks long ago: `handedOver` makes that cheap.
 */
const TIMEOUT_MS = 30_000;
const REMEMBERED = 50_000;
const MAX_ACTIVE_JOBS = 64;

export function userTaskWorker(): AnyWorker {
  const handedOver = new Set<string>();
  return defineWorker<{ caseNumber: string } & Record<string, unknown>, never>({
    type: USER_TASK_TYPE,
    name: '人工环节',
    // No `properties`: the task shows and needs the variables as they are, so all of them are asked for.
    input: { allOf: [objectWith({ caseNumber: text })] },
    output: { type: 'object' },
    errors: [],
    timeoutMs: TIMEOUT_MS,
    maxActiveJobs: MAX_ACTIVE_JOBS,
    async handle(job, { domain }) {
      if (handedOver.has(job.key)) return { kind: 'left' };
      const { key: jobKey, variables, headers: customHeaders, bpmnProcessId, step } = job;
      const { caseNumber } = variables;
      await domain.tasks.upsertFromJob({ jobKey, caseNumber, variables, customHeaders, bpmnProcessId, ...step });
      remember(handedOver, jobKey);
      return { kind: 'left' };
    },
  });
}

/** Forgets the oldest when there are too many. */
function remember(keys: Set<string>, key: string): void {
  keys.add(key);
  const [oldest] = keys;
  if (keys.size > REMEMBERED && oldest !== undefined) keys.delete(oldest);
}
