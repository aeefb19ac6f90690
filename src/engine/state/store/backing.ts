/** A key of a stored row: one primitive, or a pair for tables whose rows stand in groups. */
export type RowKey = string | number | readonly [string | number, string | number];

/** One row to write; `undefined` removes it. */
export interface RowChange {
  readonly table: string;
  readonly key: RowKey;
  readonly value: unknown;
}

/** Records that are kept together as one stored value; a chunk holds records of one batch only. */
export interface RecordChunk {
  readonly lastPosition: number;
  /** Encoded by `state/record-codec`. */
  readonly bytes: Uint8Array;
}

/** What a batch of commands writes, all or nothing. */
export interface CommitRequest {
  readonly changes: readonly RowChange[];
  readonly chunks: readonly RecordChunk[];
}

/** The two ends of a commit. */
export interface Commit {
  /** Reads see it, and the next commit may be written. */
  readonly written: Promise<void>;
  /** It is on disk (fsync), and with it every commit before. Settles after `written`. */
  readonly safe: Promise<void>;
}

/** Where state and records lie. Reads are synchronous and see what is written. */
export interface Backing {
  get(table: string, key: RowKey): unknown;
  /** All rows of a group, by second key part. */
  group(table: string, group: string | number): Iterable<[string | number, unknown]>;
  all(table: string): Iterable<[RowKey, unknown]>;
  commit(request: CommitRequest): Commit;
  /** Chunks that hold records after the position, oldest first. */
  chunksAfter(position: number): Iterable<RecordChunk>;
  /** Removes whole chunks that hold nothing after the position. */
  removeChunksUpTo(position: number): Promise<void>;
  close(): Promise<void>;
}
