import type { Backing, Commit, CommitRequest, RecordChunk, RowKey } from './backing.js';

/** Nothing on disk: the tables themselves hold every row, this holds the records. */
export class MemoryBacking implements Backing {
  private chunks: RecordChunk[] = [];

  get(_table: string, _key: RowKey): unknown {
    return undefined;
  }

  group(): Iterable<[string | number, unknown]> {
    return [];
  }

  all(): Iterable<[RowKey, unknown]> {
    return [];
  }

  commit({ chunks }: CommitRequest): Commit {
    this.chunks.push(...chunks);
    const done = Promise.resolve();
    return { written: done, safe: done };
  }

  *chunksAfter(position: number): Iterable<RecordChunk> {
    for (let index = this.firstChunkAfter(position); index < this.chunks.length; index += 1) {
      const chunk = this.chunks[index];
      if (chunk !== undefined) yield chunk;
    }
  }

  removeChunksUpTo(position: number): Promise<void> {
    this.chunks = this.chunks.slice(this.firstChunkAfter(position));
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Index of the first chunk whose last record stands after the position. */
  private firstChunkAfter(position: number): number {
    let low = 0;
    let high = this.chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.chunks[middle]?.lastPosition ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
