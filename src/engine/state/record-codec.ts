import { Packr } from 'msgpackr';
import type { InternalValues } from '../protocol/internal-values.js';
import type { EngineRecord, RecordType, RejectionType } from '../protocol/record.js';
import type { Intents, ValueType } from '../protocol/value-types.js';
import type { RecordChunk } from './store/backing.js';

/** A record as the engine holds it: a variable's value is parsed. */
export interface InternalRecord<V extends ValueType = ValueType> {
  readonly position: number;
  readonly sourceRecordPosition: number;
  readonly key: number;
  readonly timestamp: number;
  readonly recordType: RecordType;
  readonly valueType: V;
  readonly intent: Intents[V];
  readonly rejectionType: RejectionType;
  readonly rejectionReason: string;
  readonly value: InternalValues[V];
}

/** A number in the value's place: the value is that of the row with this index in the same chunk. */
type Row = [number, number, number, number, string, string, string, unknown, string?, string?];

// A chunk stands alone: shapes that its records share are written once in it.
const packr = new Packr({ useRecords: true });

/** Few enough that an exporter that reads on from within a chunk decodes little twice. */
const RECORDS_PER_CHUNK = 1_000;

/** Records of a batch, in parts that are stored as one value each. */
export function splitIntoChunks(records: readonly InternalRecord[]): (readonly InternalRecord[])[] {
  if (records.length === 0) return [];
  if (records.length <= RECORDS_PER_CHUNK) return [records];
  const parts: (readonly InternalRecord[])[] = [];
  for (let start = 0; start < records.length; start += RECORDS_PER_CHUNK) {
    parts.push(records.slice(start, start + RECORDS_PER_CHUNK));
  }
  return parts;
}

/** Stores records as one value. */
export function encodeRecords(records: readonly InternalRecord[]): RecordChunk {
  // The steps of an element share their value: it is written once.
  const indexOf = new Map<object, number>();
  const rows = records.map((record, index): Row => {
    const known = indexOf.get(record.value);
    if (known === undefined) indexOf.set(record.value, index);
    const row: Row = [
      record.position,
      record.sourceRecordPosition,
      record.key,
      record.timestamp,
      record.recordType,
      record.valueType,
      record.intent,
      known ?? record.value,
    ];
    if (record.recordType === 'COMMAND_REJECTION') row.push(record.rejectionType, record.rejectionReason);
    return row;
  });
  return { lastPosition: records.at(-1)?.position ?? 0, bytes: packr.pack(rows) };
}

export function decodeRecords(chunk: RecordChunk): InternalRecord[] {
  const rows = packr.unpack(chunk.bytes) as Row[];
  return rows.map((row) => ({
    position: row[0],
    sourceRecordPosition: row[1],
    key: row[2],
    timestamp: row[3],
    recordType: row[4] as RecordType,
    valueType: row[5] as ValueType,
    intent: row[6] as Intents[ValueType],
    value: (typeof row[7] === 'number' ? rows[row[7]]?.[7] : row[7]) as InternalValues[ValueType],
    rejectionType: (row[8] ?? 'NULL_VAL') as RejectionType,
    rejectionReason: row[9] ?? '',
  }));
}

/** The record as it leaves the engine: variables as JSON text. */
export function toEngineRecord(record: InternalRecord): EngineRecord {
  if (record.valueType !== 'VARIABLE') return record as EngineRecord;
  const value = record.value as InternalValues['VARIABLE'];
  return { ...record, value: { ...value, value: JSON.stringify(value.value) } };
}
