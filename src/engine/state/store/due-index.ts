import type { RowChange } from './backing.js';
import type { StateStore, StoreTable } from './state-store.js';
import { Table } from './table.js';

interface Due {
  readonly due: number;
  readonly key: number;
}

/**
 * What is due when: a time (milliseconds since 1970) per key, all of it in memory over its stored rows. A heap finds what is
 * due; an entry whose key was removed or moved is dropped when it reaches the top.
 */
export class DueIndex implements StoreTable {
  readonly name: string;
  private readonly store: StateStore;
  private readonly rowsTable: Table<number, number>;
  private readonly times = new Map<number, number>();
  private heap: Due[] = [];

  constructor(store: StateStore, name: string) {
    this.store = store;
    this.name = `${name}-index`;
    this.rowsTable = new Table(store, name);
    store.register(this);
    for (const [key, due] of store.backing.all(name)) this.set(key as number, due as number);
  }

  find(key: number): number | undefined {
    return this.times.get(key);
  }

  put(key: number, due: number): void {
    this.store.remember(this, key, undefined, this.times.get(key), undefined);
    if (this.times.has(key)) this.rowsTable.put(key, due);
    else this.rowsTable.insert(key, due);
    this.set(key, due);
  }

  remove(key: number): void {
    const due = this.times.get(key);
    if (due === undefined) return;
    this.store.remember(this, key, undefined, due, undefined);
    this.rowsTable.remove(key);
    this.times.delete(key);
  }

  /** When the first one is due. */
  next(): number | undefined {
    this.dropStale();
    return this.heap[0]?.due;
  }

  /** When the first one after the time is due. */
  nextAfter(time: number): number | undefined {
    let earliest: number | undefined;
    const visit = (index: number): void => {
      const entry = this.heap[index];
      if (entry === undefined || (earliest !== undefined && entry.due >= earliest)) return;
      if (entry.due > time && this.times.get(entry.key) === entry.due) {
        earliest = entry.due;
        return;
      }
      visit(index * 2 + 1);
      visit(index * 2 + 2);
    };
    visit(0);
    return earliest;
  }

  /** Keys due at or before the time, earliest first. */
  dueAt(time: number): number[] {
    const found: Due[] = [];
    const visit = (index: number): void => {
      const entry = this.heap[index];
      if (entry === undefined || entry.due > time) return;
      if (this.times.get(entry.key) === entry.due) found.push(entry);
      visit(index * 2 + 1);
      visit(index * 2 + 2);
    };
    visit(0);
    found.sort((a, b) => a.due - b.due || a.key - b.key);
    return Array.from(new Set(found.map((entry) => entry.key)));
  }

  undo(key: unknown, _subKey: unknown, previous: unknown): void {
    if (previous === undefined) this.times.delete(key as number);
    else this.set(key as number, previous as number);
  }

  collect(_batch: number, _into: RowChange[]): void {
    // The rows are the inner table's.
  }

  flushed(_batch: number): void {
    // The heap stays.
  }

  rows(): Iterable<[unknown, unknown]> {
    return [];
  }

  private set(key: number, due: number): void {
    if (this.times.get(key) === due) return;
    this.times.set(key, due);
    this.push({ due, key });
    if (this.heap.length > 1000 && this.heap.length > this.times.size * 4) this.rebuild();
  }

  private rebuild(): void {
    this.heap = [];
    for (const [key, due] of this.times) this.push({ due, key });
  }

  private push(entry: Due): void {
    const heap = this.heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || above.due <= entry.due) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  private dropStale(): void {
    for (let top = this.heap[0]; top !== undefined; top = this.heap[0]) {
      if (this.times.get(top.key) === top.due) return;
      this.pop();
    }
  }

  private pop(): void {
    const heap = this.heap;
    const moved = heap.pop();
    if (moved === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = heap[index * 2 + 1];
      const right = heap[index * 2 + 2];
      if (left === undefined) break;
      const useRight = right !== undefined && right.due < left.due;
      const child = useRight ? right : left;
      if (child.due >= moved.due) break;
      heap[index] = child;
      index = index * 2 + (useRight ? 2 : 1);
    }
    heap[index] = moved;
  }
}
