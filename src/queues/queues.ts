/** One interface for work that leaves the process or must be paced; Bull on Redis, or in-process over Mongo. */
export interface QueueJob {
  /** The same id is the same job: adding it again changes nothing. */
  readonly id: string;
  /** What kind of work; given to the handler. `job` when left out. */
  readonly name?: string | undefined;
  readonly data: object;
  readonly delayMs?: number | undefined;
  /** Tries in all, with exponential backoff between them; 5 when left out. */
  readonly attempts?: number | undefined;
}

export interface ReceivedJob {
  readonly id: string;
  readonly name: string;
  readonly data: Record<string, unknown>;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** What it returns (JSON) is the job's answer; what it throws is tried again, unless it is a QueueRefusal. */
export type QueueHandler = (job: ReceivedJob) => Promise<unknown>;

export interface ProcessOptions {
  readonly concurrency: number;
  /** Jobs started per second, over all processes with Bull, else per process. */
  readonly ratePerSecond?: number | undefined;
}

export interface RunPayload {
  readonly id: string;
  readonly data: object;
  /** Milliseconds to wait for the answer; 60 000 when left out. The job itself goes on. */
  readonly timeoutMs?: number | undefined;
  readonly attempts?: number | undefined;
}

export interface QueuesHealth {
  readonly kind: 'bull' | 'in-process';
  readonly ok: boolean;
  readonly detail: string;
}

export interface Queues {
  add(queue: string, job: QueueJob): Promise<void>;
  /**
   * Adds a job and waits for its answer, also across restarts: a finished job of the same id answers at once.
   * @throws QueueJobFailed when its last try failed · QueueTimeout
   */
  run(queue: string, name: string, payload: RunPayload): Promise<unknown>;
  process(queue: string, options: ProcessOptions, handler: QueueHandler): void;
  health(): Promise<QueuesHealth>;
  /** Stops taking jobs and waits for those under way. */
  close(): Promise<void>;
}

/** Thrown by a handler when trying again cannot help; reaches the caller of `run` as QueueJobFailed with `details`. */
export class QueueRefusal extends Error {
  override name = 'QueueRefusal';
  readonly details: Record<string, unknown>;
  constructor(message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.details = details;
  }
}

export class QueueJobFailed extends Error {
  override name = 'QueueJobFailed';
  /** True when the handler refused (QueueRefusal), false when its tries ran out. */
  readonly refused: boolean;
  readonly details: Record<string, unknown>;
  constructor(message: string, refused: boolean, details: Record<string, unknown> = {}) {
    super(message);
    this.refused = refused;
    this.details = details;
  }
}

export class QueueTimeout extends Error {
  override name = 'QueueTimeout';
}
