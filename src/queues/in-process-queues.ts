/** Queues without Redis: jobs lie in the database, any process may work on them; slower, nothing lost. */
import mongoose from 'mongoose';
import type { Logger } from '../shared/logger.js';
import { deadline } from './deadline.js';
import { answerOf, failureOf } from './envelope.js';
import { QueueJobModel, type QueueJobDocument } from './queue-job-model.js';
import { startQueueWorker, type QueueWorker } from './queue-worker.js';
import { QueueTimeout, type QueueJob, type Queues } from './queues.js';

const DUPLICATE_KEY = 11000;
const DEFAULT_ATTEMPTS = 5;
/** For jobs that another process works on. */
const LOOK_AGAIN_MS = 200;

export function createInProcessQueues({ logger }: { logger: Logger }): Queues {
  const workers = new Map<string, QueueWorker[]>();
  const waiting = new Map<string, Set<() => void>>();
  let open = true;

  const finished = (key: string): void => {
    for (const wake of waiting.get(key) ?? []) wake();
  };

  async function put(queue: string, job: QueueJob): Promise<string> {
    const key = `${queue}/${job.id}`;
    await insert(key, queue, job);
    for (const worker of workers.get(queue) ?? []) worker.wake();
    return key;
  }

  /** Until the job may have changed: told by this process, or after a while. */
  async function pause(key: string): Promise<void> {
    await new Promise<void>((resolve) => {
      const waiters = waiting.get(key) ?? new Set();
      waiting.set(key, waiters);
      const done = (): void => {
        clearTimeout(timer);
        waiters.delete(done);
        if (waiters.size === 0) waiting.delete(key);
        resolve();
      };
      const timer = setTimeout(done, LOOK_AGAIN_MS);
      waiters.add(done);
    });
  }

  async function answer(key: string, until: number): Promise<unknown> {
    while (open && Date.now() < until) {
      const changed = pause(key); // before looking: what ends in between must not be missed
      const job = await QueueJobModel.findById(key).lean();
      if (job?.state === 'done' && job.envelope) return answerOf(job.envelope);
      if (job?.state === 'failed') throw failureOf(new Error(job.error ?? 'failed'));
      await changed;
    }
    throw new QueueTimeout(`${key}: ${open ? 'no answer in time' : 'the queues were closed'}`);
  }

  return {
    add: async (queue, job) => {
      await put(queue, job);
    },
    run: async (queue, name, { id, data, timeoutMs = 60_000, attempts }) => {
      await retryFailed(`${queue}/${id}`);
      const key = await put(queue, { id, name, data, attempts });
      return deadline(answer(key, Date.now() + timeoutMs + 1_000), timeoutMs, key);
    },
    process: (queue, options, handler) => {
      const worker = startQueueWorker(queue, options, handler, { logger, finished });
      workers.set(queue, [...(workers.get(queue) ?? []), worker]);
    },
    health: () => {
      const ok = mongoose.connection.readyState === mongoose.ConnectionStates.connected;
      return Promise.resolve({ kind: 'in-process', ok, detail: 'in-process, over the database' });
    },
    close: async () => {
      open = false;
      await Promise.all([...workers.values()].flat().map((worker) => worker.close()));
    },
  };
}

async function insert(key: string, queue: string, job: QueueJob): Promise<void> {
  const now = Date.now();
  const document: QueueJobDocument = {
    _id: key,
    queue,
    id: job.id,
    name: job.name ?? 'job',
    data: { ...job.data },
    state: 'waiting',
    dueAt: new Date(now + (job.delayMs ?? 0)),
    attempts: job.attempts ?? DEFAULT_ATTEMPTS,
    tries: 0,
    createdAt: new Date(now),
  };
  try {
    await QueueJobModel.collection.insertOne(document as never);
  } catch (error) {
    if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error;
  }
}

/** Given up before: who asks again wants it tried again. */
async function retryFailed(key: string): Promise<void> {
  await QueueJobModel.updateOne(
    { _id: key, state: 'failed' },
    { $set: { state: 'waiting', tries: 0, dueAt: new Date() }, $unset: { finishedAt: 1, error: 1 } },
  );
}
