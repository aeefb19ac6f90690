/**
 * A change to one document that may be applied again, and in any order with others: fields that always get the same
 * value, earliest and latest numbers, and sets. That is what lets deliveries repeat and overlap without a lock.
 */
export interface Merge {
  set(field: string, value: unknown): void;
  /** Keeps the smallest number. */
  earliest(field: string, value: number): void;
  /** Keeps the largest number. */
  latest(field: string, value: number): void;
  addToSet(field: string, value: string): void;
}

export interface UpdateOperation {
  readonly updateOne: {
    readonly filter: { readonly _id: string };
    readonly update: Record<string, Record<string, unknown>>;
    readonly upsert: true;
  };
}

/** Merges by document id. */
export class MergeBatch {
  readonly #merges = new Map<string, DocumentMerge>();

  of(id: string): Merge {
    const found = this.#merges.get(id);
    if (found) return found;
    const created = new DocumentMerge();
    this.#merges.set(id, created);
    return created;
  }

  get ids(): string[] {
    return [...this.#merges.keys()];
  }

  operations(): UpdateOperation[] {
    return [...this.#merges].map(([id, merge]) => ({
      updateOne: { filter: { _id: id }, update: merge.update(), upsert: true },
    }));
  }
}

class DocumentMerge implements Merge {
  readonly #set = new Map<string, unknown>();
  readonly #min = new Map<string, number>();
  readonly #max = new Map<string, number>();
  readonly #sets = new Map<string, Set<string>>();

  set(field: string, value: unknown): void {
    this.#set.set(field, value);
  }

  earliest(field: string, value: number): void {
    this.#min.set(field, Math.min(value, this.#min.get(field) ?? value));
  }

  latest(field: string, value: number): void {
    this.#max.set(field, Math.max(value, this.#max.get(field) ?? value));
  }

  addToSet(field: string, value: string): void {
    const values = this.#sets.get(field) ?? new Set();
    this.#sets.set(field, values.add(value));
  }

  /** MongoDB's update operators; an empty one would be refused. */
  update(): Record<string, Record<string, unknown>> {
    const sets = [...this.#sets].map(([field, values]) => [field, { $each: [...values] }] as const);
    const operators: [string, Record<string, unknown>][] = [
      ['$set', Object.fromEntries(this.#set)],
      ['$min', Object.fromEntries(this.#min)],
      ['$max', Object.fromEntries(this.#max)],
      ['$addToSet', Object.fromEntries(sets)],
    ];
    return Object.fromEntries(operators.filter(([, fields]) => Object.keys(fields).length > 0));
  }
}
