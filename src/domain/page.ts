/** One page of a list; `nextCursor` is opaque, null on the last page. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  /** 1–100; 20 when left out. */
  readonly limit?: number | undefined;
}
