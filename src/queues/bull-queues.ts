/** Queues on Redis (Bull 4): the rate of a queue holds over all processes. */
import Bull from 'bull';
import { Redis } from 'ioredis';
import type { Logger } from '../shared/logger.js';
import { deadline } from './deadline.js';
import { answerOf, failureOf, refusalOf, type Envelope } from './envelope.js';
import { QueueRefusal, type ProcessOptions, type QueueHandler, type QueueJob, type Queues } from './queues.js';

export interface BullOptions {
  readonly redisUrl: string;
  readonly logger: Logger;
  /** Key prefix, so that installations may share a Redis. */
  readonly prefix?: string | undefined;
}

/** A job whose process was killed goes to another one after about this time. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 3_000;
const KEPT_SECONDS = 7 * 24 * 60 * 60;
const DEFAULT_ATTEMPTS = 5;
const FIRST_BACKOFF_MS = 500;

interface JobData {
  readonly payload: Record<string, unknown>;
}

export function createBullQueues({ redisUrl, logger, prefix = 'tongban' }: BullOptions): Queues {
  const connection = { maxRetriesPerRequest: null, enableReadyCheck: false };
  const client = new Redis(redisUrl, connection);
  const subscriber = new Redis(redisUrl, connection);
  const clients: Redis[] = [client, subscriber];
  for (const each of clients) each.on('error', (error) => logger.warn({ err: error }, 'redis connection'));
  const queues = new Map<string, Bull.Queue<JobData>>();
  const workers: Bull.Queue<JobData>[] = [];

  function open(name: string, limiter?: Bull.RateLimiter): Bull.Queue<JobData> {
    const queue = new Bull<JobData>(name, {
      prefix,
      ...(limiter ? { limiter } : {}),
      settings: { lockDuration: LOCK_MS, stalledInterval: STALLED_CHECK_MS, maxStalledCount: 1_000 },
      createClient: (type) => {
        if (type === 'client') return client;
        if (type === 'subscriber') return subscriber;
        const own = new Redis(redisUrl, connection);
        own.on('error', (error) => logger.warn({ err: error }, 'redis connection'));
        clients.push(own);
        return own;
      },
    });
    queue.on('error', (error) => logger.warn({ queue: name, err: error }, 'queue error'));
    queue.setMaxListeners(0);
    return queue;
  }

  function queueOf(name: string): Bull.Queue<JobData> {
    const known = queues.get(name);
    if (known) return known;
    const queue = open(name);
    queues.set(name, queue);
    return queue;
  }

  return {
    add: async (queue, job) => {
      await queueOf(queue).add(job.name ?? 'job', { payload: { ...job.data } }, optionsOf(job));
    },

    run: async (name, jobName, { id, data, timeoutMs = 60_000, attempts }) => {
      const queue = queueOf(name);
      const job = await queue.add(jobName, { payload: { ...data } }, optionsOf({ id, data, attempts }));
      // Added before and given up: the caller asks again, so it is tried again.
      if (await job.isFailed()) await job.retry().catch(() => undefined);
      const finished = job.finished().then(
        (envelope: Envelope) => answerOf(envelope),
        (error: Error) => {
          throw failureOf(error);
        },
      );
      return deadline(finished, timeoutMs, `${name}/${id}`);
    },

    process: (name, options, handler) => {
      const worker = open(name, limiterOf(options));
      workers.push(worker);
      // Rejects only when the queue is closed.
      void worker.process('*', options.concurrency, (job) => handle(job, handler)).catch(() => undefined);
    },

    health: async () => {
      try {
        await deadline(client.ping(), 1_000, 'redis ping');
        return { kind: 'bull', ok: true, detail: 'Bull on Redis' };
      } catch (error) {
        return { kind: 'bull', ok: false, detail: `Redis: ${(error as Error).message}` };
      }
    },

    close: async () => {
      await Promise.all([...workers, ...queues.values()].map((queue) => queue.close()));
      for (const each of clients) each.disconnect();
    },
  };
}

function optionsOf({ id, delayMs, attempts }: QueueJob): Bull.JobOptions {
  return {
    jobId: id,
    attempts: attempts ?? DEFAULT_ATTEMPTS,
    backoff: { type: 'exponential', delay: FIRST_BACKOFF_MS },
    removeOnComplete: { age: KEPT_SECONDS },
    removeOnFail: { age: KEPT_SECONDS },
    ...(delayMs ? { delay: delayMs } : {}),
  };
}

function limiterOf({ ratePerSecond }: ProcessOptions): Bull.RateLimiter | undefined {
  return ratePerSecond === undefined ? undefined : { max: ratePerSecond, duration: 1_000 };
}

/** A refusal is an answer to Bull: it must not be tried again. */
async function handle(job: Bull.Job<JobData>, handler: QueueHandler): Promise<Envelope> {
  const received = { id: String(job.id), name: job.name, data: job.data.payload, attempt: job.attemptsMade + 1 };
  try {
    return { answer: (await handler(received)) ?? null };
  } catch (error) {
    if (error instanceof QueueRefusal) return refusalOf(error);
    throw error;
  }
}
