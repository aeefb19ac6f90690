import { mkdirSync, statfsSync } from 'node:fs';
import { open, type Database, type Key, type RootDatabase } from 'lmdb';
import { Packr, RESERVE_START_SPACE } from 'msgpackr';
import { checkDataFile } from './check-data-file.js';
import { SEAL_BYTES, seal, unseal } from './sealed-bytes.js';
import type { Backing, Commit, CommitRequest, RecordChunk, RowKey } from './backing.js';

const STRUCTURES_KEY = 'structures';
const FORMAT_KEY = 'format';
/** Values with checksums; folders without the mark are of before. */
const FORMAT = 2;
/** The packer leaves room for the checksum. */
const SEALED = RESERVE_START_SPACE + SEAL_BYTES;
const MAX_TABLES = 64;
/** Free bytes below which a failed write is put down to a full disk. */
const FULL_BELOW = 1024 * 1024;

/** Sorts after every string and number in lmdb's key order. */
const AFTER_ALL = Buffer.from([0xff]);

const ROOM = Buffer.alloc(SEAL_BYTES);

type BinaryDatabase = Database<Buffer, Key>;

/**
 * LMDB: a row is msgpack whose object shapes are kept once, in the database itself, and written in the same transaction
 * as the first row that uses them.
 */
export class LmdbBacking implements Backing {
  private readonly root: RootDatabase<Buffer, Key>;
  private readonly meta: BinaryDatabase;
  private readonly log: Database<Buffer, number>;
  private readonly tables = new Map<string, BinaryDatabase>();
  private readonly packr: Packr;
  private readonly dataDir: string;
  private structures: unknown[];
  private structuresChanged = false;
  /** A commit failed: the engine has stopped, and lmdb's promise of a flush will never be kept. */
  private failed = false;

  constructor(dataDir: string) {
    this.dataDir = dataDir;
    mkdirSync(dataDir, { recursive: true });
    checkDataFile(dataDir);
    this.root = open<Buffer, Key>({
      path: dataDir,
      noSubdir: false,
      maxDbs: MAX_TABLES,
      encoding: 'binary',
      // Two promises per write: visible (the commit) and safe (after fsync). Answers wait for the second.
      separateFlushed: true,
    });
    this.meta = this.root.openDB<Buffer, Key>('meta', { encoding: 'binary' });
    this.log = this.root.openDB<Buffer, number>('records', { encoding: 'binary' });
    this.checkFormat();
    const stored = this.meta.getBinary(STRUCTURES_KEY);
    this.structures =
      stored === undefined ? [] : (new Packr().unpack(unseal('meta', STRUCTURES_KEY, stored)) as unknown[]);
    this.packr = new Packr({
      maxSharedStructures: 255,
      getStructures: () => this.structures as never,
      saveStructures: (structures) => {
        this.structures = structures;
        this.structuresChanged = true;
        return true;
      },
    });
  }

  /** Gives the values of a folder from before their checksums. @throws Error on a folder of a later version */
  private checkFormat(): void {
    const format = this.meta.getBinary(FORMAT_KEY)?.readUInt8(0);
    if (format === FORMAT) return;
    if (format !== undefined) {
      throw new Error(
        `Expected ${this.dataDir} to hold data of format ${FORMAT}, but found ${format}: it is left as it is`,
      );
    }
    this.root.transactionSync(() => {
      for (const name of [...this.root.getKeys()].map(String)) {
        const table = this.root.openDB<Buffer, Key>(name, { encoding: 'binary' });
        for (const { key, value } of [...table.getRange()]) {
          void table.put(key, seal(name, key as RowKey, Buffer.concat([ROOM, value])));
        }
      }
      void this.meta.put(FORMAT_KEY, Buffer.from([FORMAT]));
    });
  }

  private table(name: string): BinaryDatabase {
    let table = this.tables.get(name);
    if (table === undefined) {
      table = this.root.openDB<Buffer, Key>(name, { encoding: 'binary' });
      this.tables.set(name, table);
    }
    return table;
  }

  get(table: string, key: RowKey): unknown {
    const bytes = this.table(table).getBinary(key as Key);
    return bytes === undefined ? undefined : this.packr.unpack(unseal(table, key, bytes));
  }

  *group(table: string, group: string | number): Iterable<[string | number, unknown]> {
    const range = this.table(table).getRange({ start: [group] as never, end: [group, AFTER_ALL] as never });
    for (const { key, value } of range) {
      const parts = key as unknown as readonly [string | number, string | number];
      if (parts[0] === group) yield [parts[1], this.packr.unpack(unseal(table, parts, value))];
    }
  }

  *all(table: string): Iterable<[RowKey, unknown]> {
    for (const { key, value } of this.table(table).getRange()) {
      yield [key as RowKey, this.packr.unpack(unseal(table, key as RowKey, value))];
    }
  }

  commit({ changes, chunks }: CommitRequest): Commit {
    // Named databases must exist before the batch: opening one inside would need a transaction of its own.
    for (const change of changes) this.table(change.table);
    // Writes of a batch share promises that fail with it; the failure is told once, by the batch itself.
    let known: unknown;
    const tell = (promise: Promise<boolean>): void => {
      if (promise === known) return;
      known = promise;
      promise.catch(() => undefined);
    };
    const written = this.root.batch(() => {
      for (const { table, key, value } of changes) {
        if (value === undefined) tell(this.table(table).remove(key as Key));
        else tell(this.table(table).put(key as Key, seal(table, key, this.packr.pack(value, SEALED))));
      }
      for (const chunk of chunks) {
        const bytes = Buffer.concat([ROOM, chunk.bytes]);
        tell(this.log.put(chunk.lastPosition, seal('records', chunk.lastPosition, bytes)));
      }
      if (this.structuresChanged) {
        this.structuresChanged = false;
        tell(this.meta.put(STRUCTURES_KEY, sealedStructures(this.structures)));
      }
    }) as Promise<boolean> & { flushed?: Promise<unknown> };
    const safe = written.then(() => written.flushed ?? this.root.flushed).then(() => undefined);
    // Whoever waits for `written` alone hears of the failure there.
    safe.catch(() => undefined);
    const told = written.then(
      () => undefined,
      async (error: unknown) => {
        this.failed = true;
        throw new Error(await this.describe(error), { cause: error });
      },
    );
    return { written: told, safe };
  }

  /** lmdb says what was wrong in a second promise, and a full disk is an input/output error to it. */
  private async describe(error: unknown): Promise<string> {
    const commitError = (error as { commitError?: Promise<unknown> }).commitError;
    const cause = await Promise.resolve(commitError).catch((reason: unknown) => reason);
    const text = cause instanceof Error ? cause.message : String(error);
    const { bavail, bsize } = statfsSync(this.dataDir);
    const isFull = bavail * bsize < FULL_BELOW;
    return isFull ? `the disk of ${this.dataDir} is full (${text})` : `the disk of ${this.dataDir} failed (${text})`;
  }

  *chunksAfter(position: number): Iterable<RecordChunk> {
    for (const { key, value } of this.log.getRange({ start: position + 1 })) {
      yield { lastPosition: key, bytes: unseal('records', key, value) };
    }
  }

  async removeChunksUpTo(position: number): Promise<void> {
    const keys = [...this.log.getKeys({ start: 0, end: position + 1 })];
    if (keys.length === 0) return;
    await this.root.batch(() => {
      for (const key of keys) void this.log.remove(key);
    });
  }

  async close(): Promise<void> {
    if (!this.failed) await this.root.flushed;
    const closed = this.root.close();
    if (!this.failed) await closed;
    else closed.catch(() => undefined);
  }
}

function sealedStructures(structures: unknown[]): Buffer {
  return seal('meta', STRUCTURES_KEY, Buffer.concat([ROOM, new Packr().pack(structures)]));
}
