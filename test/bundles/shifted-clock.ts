/** A running clock that a test moves forward: for the engine, whose timers follow, and for the domain. */
import type { EngineClock } from '../../src/engine/index.js';
import type { Clock } from '../../src/shared/clock.js';

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

export class ShiftedClock implements EngineClock {
  #shift = 0;
  readonly #waiting = new Set<() => void>();

  /** The same clock as the domain reads it. */
  readonly forDomain: Clock = { now: () => new Date(this.now()) };

  now(): number {
    return Date.now() + this.#shift;
  }

  at(time: number, callback: () => void): () => void {
    let timer: NodeJS.Timeout | undefined;
    const look = (): void => {
      clearTimeout(timer);
      const left = time - this.now();
      if (left > 0) {
        timer = setTimeout(look, Math.min(left, LONGEST_TIMEOUT_MS));
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
    this.#shift += milliseconds;
    for (const look of [...this.#waiting]) look();
  }
}
