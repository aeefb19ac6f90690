import type { EngineClock } from '../../../src/engine/index.js';

/** The machine's time plus an offset that only grows, or a time that stands: what Zeebe's controllable clock does. */
export class OffsetClock implements EngineClock {
  #offset = 0;
  #pinned: number | undefined;
  readonly #waiting = new Set<() => void>();

  now(): number {
    return this.#pinned ?? Date.now() + this.#offset;
  }

  at(time: number, callback: () => void): () => void {
    let timer: NodeJS.Timeout;
    const look = (): void => {
      clearTimeout(timer);
      const left = time - this.now();
      if (left > 0) {
        timer = setTimeout(look, Math.min(left, 60_000));
        return;
      }
      this.#waiting.delete(look);
      callback();
    };
    this.#waiting.add(look);
    timer = setTimeout(look, 0);
    return () => {
      clearTimeout(timer);
      this.#waiting.delete(look);
    };
  }

  advance(milliseconds: number): void {
    this.#offset += milliseconds;
    this.#wake();
  }

  /** From now on it is this time, milliseconds since 1970, until it is pinned to another. */
  pin(time: number): void {
    this.#pinned = time;
    this.#wake();
  }

  #wake(): void {
    for (const look of [...this.#waiting]) look();
  }
}
