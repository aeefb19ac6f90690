import type { Backing, RowChange } from './backing.js';

/** What the store needs of a table: to take a change back, to hand over what a batch changed, to let go of what is on disk. */
export interface StoreTable {
  readonly name: string;
  /** Puts back what `StateStore.remember` was told. */
  undo(key: unknown, subKey: unknown, previous: unknown, mark: unknown): void;
  collect(batch: number, into: RowChange[]): void;
  flushed(batch: number): void;
  /** Every row, for comparing states. */
  rows(): Iterable<[unknown, unknown]>;
}

/** Slots of an entry in the undo log: table, key, sub-key, previous value, previous mark. */
const UNDO_SLOTS = 5;

/**
 * Rows of all tables: an overlay in memory over what is on disk. A command's changes can be taken back as a whole; a
 * batch's changes are collected once and written together.
 */
export class StateStore {
  readonly backing: Backing;
  /** False when the tables themselves are all there is. */
  readonly durable: boolean;
  /** Number of the batch that is being filled. */
  batch = 1;
  private readonly tables: StoreTable[] = [];
  /** Flat, and used again for each command: a change costs no object. */
  private readonly undoLog: unknown[] = [];

  constructor(backing: Backing, durable: boolean) {
    this.backing = backing;
    this.durable = durable;
  }

  register(table: StoreTable): void {
    this.tables.push(table);
  }

  /** Called by tables before they change a row. */
  remember(table: StoreTable, key: unknown, subKey: unknown, previous: unknown, mark: unknown): void {
    this.undoLog.push(table, key, subKey, previous, mark);
  }

  /** From here on a rollback goes back to this moment. */
  beginCommand(): void {
    this.undoLog.length = 0;
  }

  rollback(): void {
    const log = this.undoLog;
    for (let index = log.length - UNDO_SLOTS; index >= 0; index -= UNDO_SLOTS) {
      const table = log[index] as StoreTable;
      table.undo(log[index + 1], log[index + 2], log[index + 3], log[index + 4]);
    }
    log.length = 0;
  }

  /** Ends the batch: its changes, for the commit. Later changes belong to the next batch. */
  seal(): { batch: number; changes: RowChange[] } {
    const batch = this.batch;
    const changes: RowChange[] = [];
    if (this.durable) for (const table of this.tables) table.collect(batch, changes);
    this.batch += 1;
    this.undoLog.length = 0;
    return { batch, changes };
  }

  /** The batch is on disk: its rows may be read from there. */
  flushed(batch: number): void {
    if (this.durable) for (const table of this.tables) table.flushed(batch);
  }

  /** All rows by table, in key order: two states are equal when their dumps are. */
  dump(): Record<string, [unknown, unknown][]> {
    const dump: Record<string, [unknown, unknown][]> = {};
    for (const table of this.tables) {
      const rows = [...table.rows()].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
      if (rows.length > 0) dump[table.name] = rows;
    }
    return dump;
  }
}
