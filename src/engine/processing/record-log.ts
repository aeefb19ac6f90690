import type { EngineRecord } from '../protocol/record.js';
import { decodeRecords, toEngineRecord, type InternalRecord } from '../state/record-codec.js';
import type { Backing, RecordChunk } from '../state/store/backing.js';

/** Chunks whose records are kept decoded, for exporters that follow closely. */
const RECENT_CHUNKS = 64;

/** Reads records that are on disk: a written one that a power cut could still take back is not told to anyone. */
export class RecordLog {
  private readonly backing: Backing;
  private safeUpTo = Infinity;
  private readonly recent = new Map<number, readonly InternalRecord[]>();

  constructor(backing: Backing) {
    this.backing = backing;
  }

  /** Called before a commit is written: its records are not to be read yet. */
  hold(lastSafePosition: number): void {
    if (this.safeUpTo === Infinity) this.safeUpTo = lastSafePosition;
  }

  /** Called when a commit is on disk. */
  keep(chunk: RecordChunk, records: readonly InternalRecord[]): void {
    this.safeUpTo = chunk.lastPosition;
    this.recent.set(chunk.lastPosition, records);
    if (this.recent.size <= RECENT_CHUNKS) return;
    for (const key of this.recent.keys()) {
      this.recent.delete(key);
      return;
    }
  }

  read(afterPosition: number, limit: number): EngineRecord[] {
    const found: EngineRecord[] = [];
    for (const chunk of this.backing.chunksAfter(afterPosition)) {
      for (const record of this.recordsOf(chunk)) {
        if (record.position <= afterPosition) continue;
        if (found.length >= limit || record.position > this.safeUpTo) return found;
        found.push(toEngineRecord(record));
      }
    }
    return found;
  }

  /** All records, as the engine holds them. */
  *all(): Iterable<InternalRecord> {
    for (const chunk of this.backing.chunksAfter(-1)) yield* this.recordsOf(chunk);
  }

  private recordsOf(chunk: RecordChunk): readonly InternalRecord[] {
    return this.recent.get(chunk.lastPosition) ?? decodeRecords(chunk);
  }
}
