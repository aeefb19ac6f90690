import type { EngineClock, ManualClock } from './door.js';

/** setTimeout's longest wait; longer ones are taken up again on the way. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

export const systemClock: EngineClock = {
  now: () => Date.now(),
  at(time, callback) {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = time - Date.now();
      timer = setTimeout(
        () => (Date.now() >= time ? callback() : wait()),
        Math.min(Math.max(left, 0), LONGEST_TIMEOUT),
      );
    };
    wait();
    return () => clearTimeout(timer);
  },
};

/** A clock that a test moves; starts at the given time. */
export function createManualClock(start: number): ManualClock {
  let now = start;
  const waiting = new Set<{ time: number; callback: () => void }>();
  return {
    now: () => now,
    at(time, callback) {
      const entry = { time, callback };
      waiting.add(entry);
      if (time <= now) queueMicrotask(() => fire(entry));
      return () => void waiting.delete(entry);
    },
    advance(milliseconds) {
      now += milliseconds;
      for (const entry of [...waiting].sort((a, b) => a.time - b.time)) if (entry.time <= now) fire(entry);
    },
  };

  function fire(entry: { time: number; callback: () => void }): void {
    if (waiting.delete(entry)) entry.callback();
  }
}
