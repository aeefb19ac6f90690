/** Runs one worker definition on the engine: checks both sides, handles, settles. */
import type { EngineJob, EngineWorker } from '../../engine/client/port.js';
import { AppError, type FieldError } from '../../shared/errors.js';
import { compileValidator, type Validator } from '../../shared/validation.js';
import type { AnyWorker, Outcome, WorkerDeps, WorkerJob } from './define-worker.js';
import { isOwnOutage } from './own-outage.js';
import { settle } from './settle.js';

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAX_ACTIVE_JOBS = 16;

/** Closing waits for the jobs under way, each settled. */
export function runWorker(worker: AnyWorker, deps: WorkerDeps): EngineWorker {
  const checkInput = compileValidator<never>(worker.input);
  const checkOutput = compileValidator<unknown>(worker.output);
  /** Keys of jobs being handled: a second delivery (the first took too long) must not start the same work beside it. */
  const underWay = new Set<string>();
  const fetchVariables = Object.keys((worker.input as { properties?: object }).properties ?? {});

  return deps.engine.openWorker({
    type: worker.type,
    name: `tongban-${worker.type}`,
    timeoutMs: worker.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    maxActiveJobs: worker.maxActiveJobs ?? DEFAULT_MAX_ACTIVE_JOBS,
    ...(fetchVariables.length > 0 && { fetchVariables }),
    async handle(job) {
      if (underWay.has(job.key)) return;
      underWay.add(job.key);
      const logger = deps.logger.child({ jobType: job.type, jobKey: job.key, elementId: job.elementId });
      try {
        const outcome = checkOutcome(worker, await attempt(worker, checkInput, job, { ...deps, logger }), checkOutput);
        if (outcome.kind === 'retry') logger.warn({ reason: outcome.message, retries: job.retries - 1 }, 'job failed');
        if (outcome.kind === 'postponed') logger.warn({ reason: outcome.message }, 'job postponed');
        if (outcome.kind === 'stuck') logger.error({ reason: outcome.message }, 'job is stuck');
        await settle(deps.engine, job, outcome, logger);
      } finally {
        underWay.delete(job.key);
      }
    },
  });
}

async function attempt(
  worker: AnyWorker,
  checkInput: Validator<never>,
  job: EngineJob,
  deps: WorkerDeps,
): Promise<Outcome<unknown>> {
  let variables: never;
  try {
    variables = checkInput(job.variables);
  } catch (error) {
    return { kind: 'stuck', message: `${worker.type} 的输入变量不符合要求：${findingsOf(error)}` };
  }
  try {
    return await worker.handle(toWorkerJob(job, variables), deps);
  } catch (error) {
    const kind = isOwnOutage(error) ? 'postponed' : 'retry';
    return { kind, message: `${worker.type} 出错：${messageOf(error)}` };
  }
}

/** What a handler gives back is held to its definition: otherwise a bundle's later steps would fail far from the cause. */
function checkOutcome(worker: AnyWorker, outcome: Outcome<unknown>, checkOutput: Validator<unknown>): Outcome<unknown> {
  if (outcome.kind === 'business-error' && !worker.errors.includes(outcome.code)) {
    return { kind: 'stuck', message: `${worker.type} 没有声明业务错误 ${outcome.code}：${outcome.message}` };
  }
  if (outcome.kind !== 'completed') return outcome;
  try {
    checkOutput(outcome.variables);
    return outcome;
  } catch (error) {
    return { kind: 'stuck', message: `${worker.type} 的输出变量不符合要求：${findingsOf(error)}` };
  }
}

function toWorkerJob(job: EngineJob, variables: never): WorkerJob<never> {
  const { elementInstanceKey, elementId, processInstanceKey, processDefinitionKey } = job;
  return {
    key: job.key,
    variables,
    headers: job.customHeaders,
    bpmnProcessId: job.bpmnProcessId,
    step: { elementInstanceKey, elementId, processInstanceKey, processDefinitionKey },
    idempotencyKey: `${processInstanceKey}-${elementInstanceKey}`,
    deliveryId: `${job.key}-${job.deadline}`,
  };
}

function findingsOf(error: unknown): string {
  if (!(error instanceof AppError)) return messageOf(error);
  return error.errors.map(({ path, message }: FieldError) => `${path} ${message}`).join('；');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
