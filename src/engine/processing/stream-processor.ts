import type { Command, EngineRecord } from '../protocol/record.js';
import { encodeRecords, splitIntoChunks, toEngineRecord } from '../state/record-codec.js';
import type { EngineState } from '../state/engine-state.js';
import type { Batch, QueuedCommand } from './batch.js';
import { unasked, type CommandExecutor } from './command-executor.js';
import type { EngineClock } from './door.js';
import { EngineOverloaded, EngineStopped } from './engine-errors.js';
import type { FaultPoint, FaultPoints } from './fault-points.js';
import type { PreparedDeployment } from './deployment/prepare-deployment.js';
import type { RecordLog } from './record-log.js';
import type { StoredMeta } from './stored-meta.js';

/** Commands that may wait before new ones are refused. */
const LONGEST_QUEUE = 20_000;
/** Milliseconds that commands are processed in one go before timers and sockets have their turn. */
const TURN = 8;
/** Records that an open batch may hold while the one before is being written. */
const LARGEST_BATCH = 50_000;
/** Batches that may be written and not on disk yet: the disk syncs them together. */
const MOST_UNSAFE_BATCHES = 4;
/** How many records removed at once make compaction worth its while. */
const COMPACT_EVERY = 2_000;

export interface StreamProcessorOptions {
  readonly state: EngineState;
  readonly executor: CommandExecutor;
  readonly meta: StoredMeta;
  readonly log: RecordLog;
  readonly clock: EngineClock;
  readonly faultPoints: FaultPoints;
  /** Records kept where no exporter is registered. */
  readonly recordTail: number;
  readonly onCommitted: (lastPosition: number) => void;
  /** Jobs of these types may be activated, by commands that are queued after this call. */
  readonly onJobsActivatable: (types: readonly string[]) => void;
  /** The engine cannot go on. */
  readonly onFailed: (error: Error) => void;
}

/**
 * The engine's heart: takes commands in order, processes them into the open batch, and writes batches one after another.
 * While one batch is being written the next is being filled, and a written one need not be synced before the next is
 * written; an answer leaves when its batch is on disk.
 */
export class StreamProcessor {
  private readonly options: StreamProcessorOptions;
  private queue: QueuedCommand[] = [];
  private queueStart = 0;
  private scheduled = false;
  private writing = false;
  /** Batches whose answers have not left, and the end of the last one's. */
  private unsafe = 0;
  private answered: Promise<void> = Promise.resolve();
  private stopped: Error | undefined;
  private compactedTo = 0;
  private dirtyMeta = false;

  constructor(options: StreamProcessorOptions) {
    this.options = options;
  }

  execute(command: Command, deployment?: PreparedDeployment): Promise<EngineRecord> {
    if (this.stopped !== undefined) return Promise.reject(this.stopped);
    if (this.queue.length - this.queueStart >= LONGEST_QUEUE) {
      return Promise.reject(new EngineOverloaded(`Expected at most ${LONGEST_QUEUE} waiting commands`));
    }
    return new Promise((resolve, reject) => {
      const requester = {
        resolve: (record: Parameters<typeof toEngineRecord>[0]) => resolve(toEngineRecord(record)),
        reject,
      };
      this.queue.push({ command, requester, deployment });
      this.schedule();
    });
  }

  /** Adds a command that nobody waits for. */
  enqueue(command: Command): void {
    if (this.stopped !== undefined) return;
    this.queue.push(unasked(command));
    this.schedule();
  }

  /** Goes on with commands that an earlier run left. */
  resume(): void {
    if (this.options.executor.hasFollowUps) this.schedule();
  }

  async acknowledgeExported(exporterId: string, position: number): Promise<void> {
    if (this.stopped !== undefined) return;
    this.options.meta.acknowledge(exporterId, position);
    this.dirtyMeta = true;
    this.schedule();
    await this.compact();
  }

  /** Finishes what is queued, then refuses everything. */
  async stop(): Promise<void> {
    while (this.stopped === undefined && (this.hasWork || this.unsafe > 0 || this.scheduled)) {
      await this.answered;
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.fail(new EngineStopped('The engine is closed'));
  }

  private get hasWork(): boolean {
    return this.queueStart < this.queue.length || this.options.executor.hasFollowUps;
  }

  private schedule(): void {
    if (this.scheduled || this.stopped !== undefined) return;
    this.scheduled = true;
    setImmediate(() => this.turn());
  }

  private turn(): void {
    this.scheduled = false;
    if (this.stopped !== undefined) return;
    const { executor, clock } = this.options;
    const end = performance.now() + TURN;
    while (this.hasWork && executor.batch.records.length < LARGEST_BATCH) {
      if (!this.tryNext(clock.now())) return;
      if (performance.now() >= end) break;
      // Who waits for jobs gets those of this batch within the batch: their activation needs no commit of its own.
      if (!this.hasWork) this.tellOfJobs();
    }
    this.tellOfJobs();
    if (!this.writing && this.unsafe < MOST_UNSAFE_BATCHES) this.write();
    if (this.hasWork && executor.batch.records.length < LARGEST_BATCH) this.schedule();
  }

  private tellOfJobs(): void {
    const { jobTypes } = this.options.executor.batch;
    if (jobTypes.size === 0) return;
    const types = [...jobTypes];
    jobTypes.clear();
    this.options.onJobsActivatable(types);
  }

  /** @returns false when the data turned out to be damaged: nothing of the open batch is written */
  private tryNext(now: number): boolean {
    try {
      this.processNext(now);
      return true;
    } catch (error) {
      const failure = new EngineStopped(error instanceof Error ? error.message : String(error));
      this.options.executor.rejectCurrent(failure);
      this.fail(failure);
      this.options.onFailed(failure);
      return false;
    }
  }

  /** One follow-up group left over and one command from outside, so that neither starves the other. */
  private processNext(now: number): void {
    const { executor } = this.options;
    if (executor.hasFollowUps) executor.runFollowUps(now);
    const next = this.queue[this.queueStart];
    if (next === undefined) return;
    this.queueStart += 1;
    if (this.queueStart === this.queue.length || this.queueStart > 10_000) {
      this.queue = this.queue.slice(this.queueStart);
      this.queueStart = 0;
    }
    executor.run(next, now);
  }

  /** Seals the open batch and writes it. */
  private write(): void {
    const { executor, meta, state } = this.options;
    if (executor.batch.isEmpty && !this.dirtyMeta) return;
    this.dirtyMeta = false;
    meta.saveCounters(executor.counters);
    meta.savePending(executor.pendingFollowUps());
    const batch = executor.takeBatch();
    const sealed = state.store.seal();
    this.writing = true;
    this.unsafe += 1;
    const before = this.answered;
    this.answered = this.commit(batch, sealed, before).then(
      () => {
        this.unsafe -= 1;
        this.schedule();
      },
      (error: unknown) => {
        this.unsafe -= 1;
        this.failBatch(batch, error);
      },
    );
  }

  private async commit(
    batch: Batch,
    sealed: ReturnType<EngineState['store']['seal']>,
    before: Promise<void>,
  ): Promise<void> {
    const { state, log } = this.options;
    await this.fault('after-batch-processed');
    const parts = splitIntoChunks(batch.records);
    const chunks = parts.map(encodeRecords);
    await this.fault('before-commit');
    log.hold((batch.records[0]?.position ?? Infinity) - 1);
    const commit = state.store.backing.commit({ changes: sealed.changes, chunks });
    await commit.written;
    state.store.flushed(sealed.batch);
    this.writing = false;
    this.schedule();
    await this.fault('before-sync');
    await commit.safe;
    await before;
    await this.fault('after-commit');
    if (this.stopped !== undefined) throw this.stopped;
    chunks.forEach((chunk, index) => log.keep(chunk, parts[index] ?? []));
    await this.fault('before-answer');
    for (const { requester, record } of batch.answers) requester.resolve(record);
    const last = chunks.at(-1);
    if (last === undefined) return;
    this.options.onCommitted(last.lastPosition);
    if (this.options.meta.lowestExported() === undefined) await this.compact();
  }

  private async fault(point: FaultPoint): Promise<void> {
    const armed = this.options.faultPoints[point];
    if (armed !== undefined) await armed();
  }

  /** Removes records that everyone has. */
  private async compact(): Promise<void> {
    const { meta, executor, recordTail, state } = this.options;
    const target = meta.lowestExported() ?? executor.counters.position - recordTail;
    if (target - this.compactedTo < COMPACT_EVERY) return;
    this.compactedTo = target;
    await state.store.backing.removeChunksUpTo(target);
  }

  private failBatch(batch: Batch, cause: unknown): void {
    const first = this.stopped === undefined;
    const text = cause instanceof Error ? cause.message : String(cause);
    const error = this.stopped ?? new EngineStopped(`Expected the batch to be written, but: ${text}`);
    for (const { requester } of batch.answers) requester.reject(error);
    this.fail(error);
    if (first) this.options.onFailed(error);
  }

  private fail(error: Error): void {
    if (this.stopped !== undefined) return;
    this.stopped = error;
    const { executor } = this.options;
    for (const { requester } of executor.takeBatch().answers) requester.reject(error);
    for (const { requester } of this.queue.slice(this.queueStart)) requester?.reject(error);
    this.queue = [];
    this.queueStart = 0;
    executor.rejectAwaited(error);
  }
}
