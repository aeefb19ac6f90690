/**
 * Human steps: the job becomes a task in a queue and stays with the engine until a person has completed the task (the
 * domain's outbox then completes the job).
 */
import { EngineRejection, EngineUnavailable, type EnginePort } from '../../engine/client/port.js';
import { objectWith, text } from '../../connectors/schemas.js';
import { defineWorker, type AnyWorker } from '../runtime/define-worker.js';

export const USER_TASK_TYPE = 'io.camunda.zeebe:userTask';

/**
 * A job is lost to its task when this process dies between taking it and storing the task; the engine hands it out again
 * after this time.
 */
const TIMEOUT_MS = 30_000;
/**
 * How long a job whose task is stored stays with it before the engine hands it out again. Where the engine cannot be told
 * (Zeebe before 8.5) the short time-out stands, and `handedOver` makes the repeated deliveries cheap.
 */
const STORED_TIMEOUT_MS = 30 * 24 * 60 * 60 * 1_000;
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
    async handle(job, { domain, engine }) {
      if (handedOver.has(job.key)) {
        await keepForTask(engine, job.key);
        return { kind: 'left' };
      }
      const { key: jobKey, variables, headers: customHeaders, bpmnProcessId, step } = job;
      const { caseNumber } = variables;
      await domain.tasks.upsertFromJob({ jobKey, caseNumber, variables, customHeaders, bpmnProcessId, ...step });
      remember(handedOver, jobKey);
      await keepForTask(engine, jobKey);
      return { kind: 'left' };
    },
  });
}

/**
 * The task is stored whatever comes of this. A refusal means a cluster that lacks the call, or a job that has just ended;
 * an engine that is away hands the job out again after the short time-out, and is asked then.
 */
async function keepForTask(engine: EnginePort, jobKey: string): Promise<void> {
  try {
    await engine.updateJobTimeout(jobKey, STORED_TIMEOUT_MS);
  } catch (error) {
    if (!(error instanceof EngineRejection || error instanceof EngineUnavailable)) throw error;
  }
}

/** Forgets the oldest when there are too many. */
function remember(keys: Set<string>, key: string): void {
  keys.add(key);
  const [oldest] = keys;
  if (keys.size > REMEMBERED && oldest !== undefined) keys.delete(oldest);
}
