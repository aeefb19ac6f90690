/**
 * The engine's door: the one way in for the gateway, the schedule and tests. `startEngine` (src/engine/index.ts)
 * returns it with the gateway and exporter around it.
 */
import type { Command, EngineRecord } from '../protocol/record.js';
import type { JobValue, ProcessInstanceResultValue, ValueType } from '../protocol/value-types.js';

export interface EngineDoor {
  /**
   * Appends a command; resolves with the event or rejection that answers it after the batch is on disk (fsync).
   * Rejects with `EngineStopped` when the engine stops or its disk fails, `EngineOverloaded` under back-pressure.
   */
  execute<V extends ValueType>(command: Command<V>): Promise<EngineRecord>;

  /** PROCESS_INSTANCE_CREATION with the answer when the instance completes; rejection as a record. */
  executeAwaitingResult(command: Command<'PROCESS_INSTANCE_CREATION'>): Promise<AwaitedResult>;

  /**
   * One activation attempt, never waiting: the jobs on disk as activated (empty when there are none).
   * The gateway does the long polling with `onJobsAvailable`.
   */
  activateJobs(request: ActivateJobsRequest): Promise<ActivateJobsResult>;

  /**
   * Calls back when jobs of the type may be activated: at the end of a turn of processing, before its commit, so that an
   * activation asked for in the call is part of the same commit. Returns the way to stop listening.
   */
  onJobsAvailable(jobType: string, listener: () => void): () => void;

  /** Records after the position, oldest first, at most `limit`; only what is on disk. */
  readRecords(afterPosition: number, limit: number): EngineRecord[];
  /** Calls back after each commit with the last position on disk. */
  onCommitted(listener: (lastPosition: number) => void): () => void;
  /** Where an exporter stands: records at or below every exporter's position may be compacted away. */
  acknowledgeExported(exporterId: string, position: number): Promise<void>;
  exportedPosition(exporterId: string): number;

  readonly clock: EngineClock;
  close(): Promise<void>;
}

export interface ActivateJobsRequest {
  type: string;
  worker: string;
  /** Milliseconds. */
  timeout: number;
  maxJobsToActivate: number;
  fetchVariables: string[];
}

export type ActivateJobsResult =
  | { readonly ok: true; readonly jobs: { key: number; value: JobValue }[]; readonly truncated: boolean }
  | { readonly ok: false; readonly rejection: EngineRecord };

export type AwaitedResult =
  | { readonly ok: true; readonly value: ProcessInstanceResultValue }
  | { readonly ok: false; readonly rejection: EngineRecord };

/** Milliseconds since 1970. The test clock moves by hand. */
export interface EngineClock {
  now(): number;
  /** Calls back once at or after the time; returns the way to cancel. */
  at(time: number, callback: () => void): () => void;
}

export interface ManualClock extends EngineClock {
  advance(milliseconds: number): void;
}
