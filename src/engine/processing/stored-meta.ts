import type { InternalRecord } from '../state/record-codec.js';
import type { StateStore } from '../state/store/state-store.js';
import { Table } from '../state/store/table.js';
import { FIRST_COUNTERS, type Counters } from './command-executor.js';

/** What the engine must find again beside its state: counters, exporters' positions, commands left unprocessed. */
export class StoredMeta {
  private readonly numbers: Table<string, number>;
  private readonly pending: Table<number, InternalRecord>;
  private readonly exporters = new Map<string, number>();
  private pendingPositions: number[] = [];

  constructor(store: StateStore) {
    this.numbers = new Table(store, 'engine-counters');
    this.pending = new Table(store, 'pending-commands');
    for (const [name, value] of store.backing.all('engine-counters')) {
      if (String(name).startsWith(EXPORTER)) this.exporters.set(String(name).slice(EXPORTER.length), value as number);
    }
  }

  loadCounters(): Counters {
    return {
      position: this.numbers.find('position') ?? FIRST_COUNTERS.position,
      key: this.numbers.find('key') ?? FIRST_COUNTERS.key,
    };
  }

  saveCounters({ position, key }: Counters): void {
    this.numbers.put('position', position);
    this.numbers.put('key', key);
  }

  loadPending(store: StateStore): InternalRecord[] {
    const rows = Array.from(store.backing.all('pending-commands'), ([, record]) => record as InternalRecord);
    rows.sort((a, b) => a.position - b.position);
    this.pendingPositions = rows.map((record) => record.position);
    return rows;
  }

  /**
   * Replaces the commands that would be taken up after a restart. They are processed in order and join at the end, so only
   * what left and what is new is written.
   */
  savePending(records: readonly InternalRecord[]): void {
    const first = records[0]?.position ?? Infinity;
    const last = this.pendingPositions.at(-1) ?? -1;
    for (const position of this.pendingPositions) if (position < first) this.pending.remove(position);
    for (const record of records) if (record.position > last) this.pending.put(record.position, record);
    this.pendingPositions = records.map((record) => record.position);
  }

  exportedPosition(exporterId: string): number {
    return this.exporters.get(exporterId) ?? -1;
  }

  acknowledge(exporterId: string, position: number): void {
    this.exporters.set(exporterId, position);
    this.numbers.put(EXPORTER + exporterId, position);
  }

  /** Up to where all exporters have got; undefined when there is none. */
  lowestExported(): number | undefined {
    return this.exporters.size === 0 ? undefined : Math.min(...this.exporters.values());
  }
}

const EXPORTER = 'exporter:';
