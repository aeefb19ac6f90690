/** Tells the engine how a job ended. What the engine no longer knows is somebody else's by now, and harmless. */
import { EngineRejection, EngineUnavailable, type EngineJob, type EnginePort } from '../../engine/client/port.js';
import type { Logger } from '../../shared/logger.js';
import { backoffMs } from './backoff.js';
import type { Outcome } from './define-worker.js';

/** Tries to tell an engine that is away, before the job's time-out gives it to the next. */
const TRIES = 5;
const FIRST_PAUSE_MS = 100;
/** How long a job rests whose own parts were away. */
const POSTPONED_MS = 5_000;

export async function settle(
  engine: EnginePort,
  job: EngineJob,
  outcome: Outcome<unknown>,
  logger: Logger,
): Promise<void> {
  try {
    await whileUnavailable(() => tell(engine, job, outcome));
  } catch (error) {
    const gone = error instanceof EngineRejection && ['NOT_FOUND', 'FAILED_PRECONDITION'].includes(error.code);
    if (gone) return logger.debug({ reason: error.message }, 'job was settled already');
    logger.error({ err: error, outcome: outcome.kind }, 'job could not be settled');
    if (error instanceof EngineRejection && outcome.kind !== 'stuck') {
      await settle(engine, job, { kind: 'stuck', message: `引擎不接受结果：${error.message}` }, logger);
    }
  }
}

function tell(engine: EnginePort, job: EngineJob, outcome: Outcome<unknown>): Promise<void> {
  switch (outcome.kind) {
    case 'completed':
      return engine.completeJob(job.key, outcome.variables as Record<string, unknown>);
    case 'business-error':
      return engine.throwError(job.key, {
        errorCode: outcome.code,
        errorMessage: outcome.message,
        variables: outcome.variables,
      });
    case 'retry': {
      const retries = Math.max(0, job.retries - 1);
      return engine.failJob(job.key, { retries, errorMessage: outcome.message, retryBackoffMs: backoffMs(retries) });
    }
    case 'postponed': {
      const { message: errorMessage } = outcome;
      return engine.failJob(job.key, { retries: job.retries, errorMessage, retryBackoffMs: POSTPONED_MS });
    }
    case 'stuck':
      return engine.failJob(job.key, { retries: 0, errorMessage: outcome.message });
    case 'left':
      return Promise.resolve();
  }
}

async function whileUnavailable(call: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof EngineUnavailable) || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt));
    }
  }
}
