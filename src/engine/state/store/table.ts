import type { RowChange, RowKey } from './backing.js';
import type { StateStore, StoreTable } from './state-store.js';

/** Rows kept in memory although they are on disk; what waits for long is read again when its time comes. */
const CACHED_ROWS = 40_000;

/** Stands in the undo log for a key that the cache did not have. */
const NOT_CACHED = Symbol('not cached');

/**
 * Rows by one key. Values are immutable: a change puts a new object.
 *
 * A key that is not on disk yet carries a mark: twice the batch number that changed it last, plus one when that same
 * batch created it (`insert`), so that what is created and removed within a batch never reaches the disk.
 */
export class Table<K extends string | number, V> implements StoreTable {
  readonly name: string;
  private readonly store: StateStore;
  private readonly cache = new Map<K, V | undefined>();
  private readonly marks = new Map<K, number>();

  constructor(store: StateStore, name: string) {
    this.store = store;
    this.name = name;
    store.register(this);
  }

  find(key: K): V | undefined {
    const cached = this.cache.get(key);
    if (cached !== undefined || !this.store.durable || this.cache.has(key)) return cached;
    const stored = this.store.backing.get(this.name, key) as V | undefined;
    if (stored !== undefined) this.cache.set(key, stored);
    return stored;
  }

  get(key: K): V {
    const value = this.find(key);
    if (value === undefined) throw new Error(`Expected ${this.name} to have ${key}, but found none`);
    return value;
  }

  has(key: K): boolean {
    return this.find(key) !== undefined;
  }

  /** Puts a row whose key is known to be new. */
  insert(key: K, value: V): void {
    this.change(key, value, this.store.batch * 2 + 1);
  }

  put(key: K, value: V): void {
    this.change(key, value, this.store.batch * 2 + this.freshBit(key));
  }

  remove(key: K): void {
    if (this.freshBit(key) === 1) this.change(key, undefined, undefined);
    else this.change(key, undefined, this.store.batch * 2);
  }

  private freshBit(key: K): number {
    return this.marks.get(key) === this.store.batch * 2 + 1 ? 1 : 0;
  }

  private change(key: K, value: V | undefined, mark: number | undefined): void {
    const previous = this.cache.get(key);
    const isCached = previous !== undefined || this.cache.has(key);
    this.store.remember(this, key, undefined, isCached ? previous : NOT_CACHED, this.marks.get(key));
    if (!this.store.durable) {
      if (value === undefined) this.cache.delete(key);
      else this.cache.set(key, value);
      return;
    }
    if (mark === undefined) {
      this.cache.delete(key);
      this.marks.delete(key);
    } else {
      this.cache.set(key, value);
      this.marks.set(key, mark);
    }
  }

  undo(key: unknown, _subKey: unknown, previous: unknown, mark: unknown): void {
    if (previous === NOT_CACHED) this.cache.delete(key as K);
    else this.cache.set(key as K, previous as V | undefined);
    if (mark === undefined) this.marks.delete(key as K);
    else this.marks.set(key as K, mark as number);
  }

  collect(batch: number, into: RowChange[]): void {
    for (const [key, mark] of this.marks) {
      if (Math.floor(mark / 2) === batch) {
        into.push({ table: this.name, key, value: this.cache.get(key) });
      }
    }
  }

  flushed(batch: number): void {
    for (const [key, mark] of this.marks) {
      if (Math.floor(mark / 2) > batch) continue;
      this.marks.delete(key);
      if (this.cache.get(key) === undefined) this.cache.delete(key);
    }
    if (this.cache.size > CACHED_ROWS) this.evict(this.cache.size - CACHED_ROWS * 0.8);
  }

  private evict(count: number): void {
    let left = count;
    for (const key of this.cache.keys()) {
      if (left <= 0) return;
      if (this.marks.has(key)) continue;
      this.cache.delete(key);
      left -= 1;
    }
  }

  *rows(): Iterable<[RowKey, V]> {
    for (const [key, value] of this.store.backing.all(this.name)) {
      if (!this.cache.has(key as K)) yield [key, value as V];
    }
    for (const [key, value] of this.cache) if (value !== undefined) yield [key, value];
  }
}
