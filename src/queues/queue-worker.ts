/** Takes the jobs of one in-process queue and works on them, so many at a time and so many per second. */
import type { Logger } from '../shared/logger.js';
import { refusalOf, type Envelope } from './envelope.js';
import { QueueJobModel, type QueueJobDocument } from './queue-job-model.js';
import { QueueRefusal, type ProcessOptions, type QueueHandler } from './queues.js';

export interface QueueWorker {
  /** There may be something to do. */
  wake(): void;
  /** Takes no more, and waits for what is under way. */
  close(): Promise<void>;
}

export interface QueueWorkerDeps {
  readonly logger: Logger;
  /** A job has ended, one way or the other. */
  finished(key: string): void;
}

const POLL_MS = 250;
/** A job whose process was killed goes to another one after this time; renewed while its handler runs. */
const LEASE_MS = 10_000;
const RENEW_MS = 3_000;
const FIRST_BACKOFF_MS = 500;

export function startQueueWorker(
  queue: string,
  options: ProcessOptions,
  handler: QueueHandler,
  deps: QueueWorkerDeps,
): QueueWorker {
  const running = new Set<Promise<void>>();
  const gapMs = options.ratePerSecond ? 1000 / options.ratePerSecond : 0;
  let nextStart = 0;
  let open = true;
  let wakeUp: () => void = () => undefined;
  let woken = false;

  async function loop(): Promise<void> {
    while (open) {
      try {
        if (running.size >= options.concurrency) await Promise.race(running);
        await waitFor(nextStart - Date.now());
        const job = open ? await claim(queue) : undefined;
        if (job) start(job);
        else await rest();
      } catch (error) {
        deps.logger.warn({ queue, err: error }, 'queue round failed; trying again');
        await rest();
      }
    }
  }

  function start(job: QueueJobDocument): void {
    nextStart = Math.max(Date.now(), nextStart) + gapMs;
    const work = perform(job, handler, deps)
      .catch((error: unknown) =>
        deps.logger.warn({ job: job._id, err: error }, 'job not settled; its lease will run out'),
      )
      .finally(() => running.delete(work));
    running.add(work);
  }

  /** Until somebody wakes it, or it is time to look again. */
  async function rest(): Promise<void> {
    if (!woken && open) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    woken = false;
  }

  const looping = loop();
  return {
    wake: () => {
      woken = true;
      wakeUp();
    },
    close: async () => {
      open = false;
      wakeUp();
      await looping;
      await Promise.all(running);
    },
  };
}

async function claim(queue: string): Promise<QueueJobDocument | undefined> {
  const now = new Date();
  const job = await QueueJobModel.findOneAndUpdate(
    { queue, state: 'waiting', dueAt: { $lte: now } },
    { $set: { dueAt: new Date(now.getTime() + LEASE_MS) }, $inc: { tries: 1 } },
    { sort: { dueAt: 1 }, returnDocument: 'after' },
  ).lean();
  return job ?? undefined;
}

async function perform(job: QueueJobDocument, handler: QueueHandler, deps: QueueWorkerDeps): Promise<void> {
  const renewal = setInterval(() => {
    const dueAt = new Date(Date.now() + LEASE_MS);
    QueueJobModel.updateOne({ _id: job._id, state: 'waiting' }, { $set: { dueAt } }).catch((error: unknown) =>
      deps.logger.warn({ job: job._id, err: error }, 'lease not renewed'),
    );
  }, RENEW_MS);
  try {
    const { id, name, data, tries } = job;
    await settle(job, await attempt(handler, { id, name, data, attempt: tries }));
  } finally {
    clearInterval(renewal);
  }
  deps.finished(job._id);
}

async function attempt(handler: QueueHandler, received: Parameters<QueueHandler>[0]): Promise<Envelope | Error> {
  try {
    return { answer: (await handler(received)) ?? null };
  } catch (error) {
    return error instanceof QueueRefusal ? refusalOf(error) : (error as Error);
  }
}

async function settle(job: QueueJobDocument, end: Envelope | Error): Promise<void> {
  const now = new Date();
  const filter = { _id: job._id, state: 'waiting' as const };
  if (!(end instanceof Error)) {
    await QueueJobModel.updateOne(filter, { $set: { state: 'done', envelope: end, finishedAt: now } });
  } else if (job.tries >= job.attempts) {
    await QueueJobModel.updateOne(filter, { $set: { state: 'failed', error: end.message, finishedAt: now } });
  } else {
    const dueAt = new Date(now.getTime() + FIRST_BACKOFF_MS * 2 ** (job.tries - 1));
    await QueueJobModel.updateOne(filter, { $set: { dueAt, error: end.message } });
  }
}

function waitFor(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
}
