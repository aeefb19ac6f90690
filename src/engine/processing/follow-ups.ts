import type { InternalRecord } from '../state/record-codec.js';

/** How far the two queues reached. */
export interface FollowUpMark {
  readonly direct: number;
  readonly sent: number;
}

/**
 * Commands that are written but not processed yet. As in Zeebe, what an element's own steps lead to comes before what the
 * two sides of a message subscription send each other: there the latter travel between partitions.
 */
export class FollowUps {
  readonly #direct = new Queue();
  readonly #sent = new Queue();

  get isEmpty(): boolean {
    return this.#direct.isEmpty && this.#sent.isEmpty;
  }

  push(record: InternalRecord): void {
    (isSent(record) ? this.#sent : this.#direct).push(record);
  }

  /** The next to process. */
  take(): InternalRecord | undefined {
    return this.#direct.take() ?? this.#sent.take();
  }

  /** All, in the order of the log. */
  list(): InternalRecord[] {
    return [...this.#direct.list(), ...this.#sent.list()].sort((a, b) => a.position - b.position);
  }

  mark(): FollowUpMark {
    return { direct: this.#direct.length, sent: this.#sent.length };
  }

  /** Forgets what came after the mark; nothing may have been taken since. */
  backTo({ direct, sent }: FollowUpMark): void {
    this.#direct.length = direct;
    this.#sent.length = sent;
  }
}

function isSent({ valueType }: InternalRecord): boolean {
  return valueType === 'MESSAGE_SUBSCRIPTION' || valueType === 'PROCESS_MESSAGE_SUBSCRIPTION';
}

class Queue {
  #records: InternalRecord[] = [];
  #next = 0;

  get isEmpty(): boolean {
    return this.#next === this.#records.length;
  }

  get length(): number {
    return this.#records.length - this.#next;
  }

  set length(length: number) {
    this.#records.length = this.#next + length;
  }

  push(record: InternalRecord): void {
    this.#records.push(record);
  }

  take(): InternalRecord | undefined {
    const record = this.#records[this.#next];
    if (record === undefined) return undefined;
    this.#next += 1;
    if (this.isEmpty) {
      this.#records = [];
      this.#next = 0;
    }
    return record;
  }

  list(): InternalRecord[] {
    return this.#records.slice(this.#next);
  }
}
