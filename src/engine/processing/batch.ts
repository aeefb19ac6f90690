import type { InternalRecord } from '../state/record-codec.js';
import type { Command } from '../protocol/record.js';
import type { PreparedDeployment } from './deployment/prepare-deployment.js';

/** Who waits for the answer to a command. */
export interface Requester {
  resolve(record: InternalRecord): void;
  reject(error: Error): void;
}

/** A command from outside, waiting to be processed. */
export interface QueuedCommand {
  readonly command: Command;
  readonly requester: Requester | undefined;
  readonly deployment: PreparedDeployment | undefined;
}

/** What the commands of one transaction brought; answers leave when it is on disk. */
export class Batch {
  readonly records: InternalRecord[] = [];
  readonly answers: { readonly requester: Requester; readonly record: InternalRecord }[] = [];
  /** Types of jobs that became activatable and whose waiters have not heard of it. */
  readonly jobTypes = new Set<string>();

  get isEmpty(): boolean {
    return this.records.length === 0 && this.answers.length === 0;
  }
}
