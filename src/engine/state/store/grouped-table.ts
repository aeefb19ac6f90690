import type { RowChange } from './backing.js';
import type { StateStore, StoreTable } from './state-store.js';

/** Groups kept in memory although they are on disk, see `Table`. */
const CACHED_GROUPS = 20_000;

interface Group<S, V> {
  items: Map<S, V>;
  /** Greatest key, while items stand in key order. */
  last: S | undefined;
  ordered: boolean;
  /** Keys not on disk yet, see `Table`. */
  readonly marks: Map<S, number>;
}

/**
 * Rows by two keys, read a group at a time: the children of a scope, the variables of a scope, the jobs of a type. A group
 * is loaded as a whole at its first use and iterates in key order.
 */
export class GroupedTable<P extends string | number, S extends string | number, V> implements StoreTable {
  readonly name: string;
  private readonly store: StateStore;
  private readonly groups = new Map<P, Group<S, V>>();
  private readonly dirty = new Set<P>();

  constructor(store: StateStore, name: string) {
    this.store = store;
    this.name = name;
    store.register(this);
  }

  find(group: P, key: S): V | undefined {
    return this.load(group)?.items.get(key);
  }

  has(group: P, key: S): boolean {
    return this.load(group)?.items.has(key) ?? false;
  }

  isEmpty(group: P): boolean {
    return (this.load(group)?.items.size ?? 0) === 0;
  }

  size(group: P): number {
    return this.load(group)?.items.size ?? 0;
  }

  /** The group's rows in key order. Copy before changing the group while iterating. */
  entries(group: P): Iterable<[S, V]> {
    const found = this.load(group);
    if (found === undefined) return [];
    this.order(found);
    return found.items;
  }

  keys(group: P): S[] {
    return Array.from(this.entries(group), ([key]) => key);
  }

  last(group: P): V | undefined {
    let last: V | undefined;
    for (const [, value] of this.entries(group)) last = value;
    return last;
  }

  /** Says that nothing can be stored under the group yet, which spares looking for it on disk. */
  createGroup(group: P): void {
    if (!this.store.durable || this.groups.has(group)) return;
    this.groups.set(group, KNOWN_EMPTY);
    this.dirty.add(group);
  }

  put(group: P, key: S, value: V): void {
    const found = this.loadOrCreate(group);
    const previous = found.items.get(key);
    const bit = previous === undefined && !found.marks.has(key) ? 1 : this.freshBit(found, key);
    this.change(group, found, key, value, this.store.batch * 2 + bit);
  }

  remove(group: P, key: S): void {
    const found = this.load(group);
    if (found === undefined || !found.items.has(key)) return;
    const fresh = this.freshBit(found, key) === 1;
    this.change(group, found, key, undefined, fresh ? undefined : this.store.batch * 2);
  }

  removeGroup(group: P): void {
    const found = this.load(group);
    if (found === undefined) return;
    if (found === KNOWN_EMPTY) {
      this.groups.delete(group);
      this.dirty.delete(group);
      return;
    }
    if (found.items.size > 0) for (const key of Array.from(found.items.keys())) this.remove(group, key);
  }

  private freshBit(group: Group<S, V>, key: S): number {
    return group.marks.get(key) === this.store.batch * 2 + 1 ? 1 : 0;
  }

  private load(group: P): Group<S, V> | undefined {
    const cached = this.groups.get(group);
    if (cached !== undefined || !this.store.durable) return cached;
    const loaded = emptyGroup<S, V>();
    for (const [key, value] of this.store.backing.group(this.name, group)) setItem(loaded, key as S, value as V);
    const found = loaded.items.size === 0 ? KNOWN_EMPTY : loaded;
    this.groups.set(group, found);
    return found;
  }

  private loadOrCreate(group: P): Group<S, V> {
    const found = this.load(group);
    if (found !== undefined && found !== KNOWN_EMPTY) return found;
    const created = emptyGroup<S, V>();
    this.groups.set(group, created);
    return created;
  }

  private change(group: P, found: Group<S, V>, key: S, value: V | undefined, mark: number | undefined): void {
    this.store.remember(this, group, key, found.items.get(key), found.marks.get(key));
    setItem(found, key, value);
    if (this.store.durable) {
      setMark(found, key, mark);
      this.dirty.add(group);
    } else if (found.items.size === 0) {
      this.groups.delete(group);
    }
  }

  undo(key: unknown, subKey: unknown, previous: unknown, mark: unknown): void {
    const group = key as P;
    const found = this.loadOrCreate(group);
    setItem(found, subKey as S, previous as V | undefined);
    setMark(found, subKey as S, mark as number | undefined);
    if (found.items.size === 0 && found.marks.size === 0) this.groups.delete(group);
  }

  private order(group: Group<S, V>): void {
    if (group.ordered) return;
    group.items = new Map([...group.items].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    group.ordered = true;
    group.last = undefined;
    for (const key of group.items.keys()) group.last = key;
  }

  collect(batch: number, into: RowChange[]): void {
    for (const name of this.dirty) {
      const group = this.groups.get(name);
      if (group === undefined) continue;
      for (const [key, mark] of group.marks) {
        if (Math.floor(mark / 2) !== batch) continue;
        into.push({ table: this.name, key: [name, key], value: group.items.get(key) });
      }
    }
  }

  flushed(batch: number): void {
    for (const name of this.dirty) {
      const group = this.groups.get(name);
      if (group === undefined) {
        this.dirty.delete(name);
        continue;
      }
      for (const [key, mark] of group.marks) if (Math.floor(mark / 2) <= batch) group.marks.delete(key);
      if (group.marks.size > 0) continue;
      this.dirty.delete(name);
      // Spares looking for it on disk, as long as it stays in the cache.
      if (group.items.size === 0) this.groups.set(name, KNOWN_EMPTY);
    }
    if (this.groups.size > CACHED_GROUPS) this.evict(this.groups.size - CACHED_GROUPS * 0.8);
  }

  private evict(count: number): void {
    let left = count;
    for (const name of this.groups.keys()) {
      if (left <= 0) return;
      if (this.dirty.has(name)) continue;
      this.groups.delete(name);
      left -= 1;
    }
  }

  *rows(): Iterable<[unknown, V]> {
    for (const [key, value] of this.store.backing.all(this.name)) {
      const [group] = key as readonly [P, S];
      if (!this.groups.has(group)) yield [key, value as V];
    }
    for (const [name, group] of this.groups) for (const [key, value] of group.items) yield [[name, key], value];
  }
}

/** Stands for a group that is known to have no rows on disk, until it gets one: nothing is ever put in it. */
const KNOWN_EMPTY: Group<never, never> = emptyGroup();

function emptyGroup<S extends string | number, V>(): Group<S, V> {
  return { items: new Map(), last: undefined, ordered: true, marks: new Map() };
}

function setItem<S extends string | number, V>(group: Group<S, V>, key: S, value: V | undefined): void {
  if (value === undefined) {
    group.items.delete(key);
    return;
  }
  if (!group.items.has(key)) {
    if (group.last === undefined || group.items.size === 0 || key > group.last) group.last = key;
    else group.ordered = false;
  }
  group.items.set(key, value);
}

function setMark<S, V>(group: Group<S, V>, key: S, mark: number | undefined): void {
  if (mark === undefined) group.marks.delete(key);
  else group.marks.set(key, mark);
}
