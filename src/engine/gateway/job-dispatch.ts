/**
 * Who waits for jobs of which type. A waiter is woken the moment its type has jobs; the waiters of a type are served one
 * after another, first come, first served, so that many idle workers do not all ask the engine for one job.
 */
import type { ActivateJobsRequest, ActivateJobsResult, EngineDoor } from '../processing/door.js';

export type ActivatedJobs = Extract<ActivateJobsResult, { ok: true }>['jobs'];

export interface JobWaiter {
  readonly request: ActivateJobsRequest;
  /** False while the waiter cannot take jobs (its stream is full). */
  isReady(): boolean;
  /** Takes the jobs. Answers false when it is gone: the jobs then go back. */
  accept(jobs: ActivatedJobs): boolean;
  fail(error: unknown): void;
  /** A stream goes on waiting after it got jobs. */
  readonly staysWaiting: boolean;
}

interface Queue {
  readonly waiters: JobWaiter[];
  readonly stopListening: () => void;
  serving: boolean;
  hasNews: boolean;
}

export class JobDispatch {
  readonly #door: EngineDoor;
  readonly #giveBack: (jobs: ActivatedJobs) => Promise<void>;
  readonly #queues = new Map<string, Queue>();

  /** @param giveBack makes jobs activatable again that their taker did not live to see */
  constructor(door: EngineDoor, giveBack: (jobs: ActivatedJobs) => Promise<void>) {
    this.#door = door;
    this.#giveBack = giveBack;
  }

  /** Queues the waiter. Returns the way to leave. */
  wait(waiter: JobWaiter): () => void {
    const queue = this.#queueOf(waiter.request.type);
    queue.waiters.push(waiter);
    this.#serve(waiter.request.type, queue);
    return () => this.#remove(waiter, queue);
  }

  /** Tells that a waiter has become ready again. */
  wake(jobType: string): void {
    const queue = this.#queues.get(jobType);
    if (queue) this.#serve(jobType, queue);
  }

  /** Takes the jobs back that nobody got. */
  giveBack(jobs: ActivatedJobs): Promise<void> {
    return this.#giveBack(jobs);
  }

  #queueOf(jobType: string): Queue {
    const known = this.#queues.get(jobType);
    if (known) return known;
    const stopListening = this.#door.onJobsAvailable(jobType, () => this.wake(jobType));
    const queue: Queue = { waiters: [], stopListening, serving: false, hasNews: false };
    this.#queues.set(jobType, queue);
    return queue;
  }

  #remove(waiter: JobWaiter, queue: Queue): void {
    const index = queue.waiters.indexOf(waiter);
    if (index !== -1) queue.waiters.splice(index, 1);
    if (queue.waiters.length === 0 && !queue.serving) this.#drop(waiter.request.type, queue);
  }

  #drop(jobType: string, queue: Queue): void {
    queue.stopListening();
    if (this.#queues.get(jobType) === queue) this.#queues.delete(jobType);
  }

  #serve(jobType: string, queue: Queue): void {
    queue.hasNews = true;
    if (queue.serving) return;
    queue.serving = true;
    void this.#serveAll(queue).finally(() => {
      queue.serving = false;
      if (queue.waiters.length === 0) this.#drop(jobType, queue);
      // News that came between the last look and here.
      else if (queue.hasNews) this.#serve(jobType, queue);
    });
  }

  async #serveAll(queue: Queue): Promise<void> {
    while (queue.hasNews) {
      queue.hasNews = false;
      let waiter = queue.waiters.find((candidate) => candidate.isReady());
      while (waiter && (await this.#serveOne(waiter, queue))) {
        waiter = queue.waiters.find((candidate) => candidate.isReady());
      }
    }
  }

  /** Answers false when there were no more jobs. */
  async #serveOne(waiter: JobWaiter, queue: Queue): Promise<boolean> {
    try {
      const result = await this.#door.activateJobs(waiter.request);
      if (!result.ok) throw new Error(result.rejection.rejectionReason);
      if (result.jobs.length === 0) return false;
      const isStillThere = queue.waiters.includes(waiter);
      this.#remove(waiter, queue);
      if (!isStillThere || !waiter.accept(result.jobs)) await this.giveBack(result.jobs);
      else if (waiter.staysWaiting) queue.waiters.push(waiter);
    } catch (error) {
      this.#remove(waiter, queue);
      waiter.fail(error);
    }
    return true;
  }
}
