import type { Command } from '../protocol/record.js';
import type { EngineState } from '../state/engine-state.js';
import type { DueIndex } from '../state/store/due-index.js';
import type { EngineClock } from '../processing/door.js';

interface Source {
  readonly index: DueIndex;
  readonly commandFor: (key: number) => Command | undefined;
  /** Of two that are due at the same millisecond the lower one comes first; then the lower key. */
  readonly rankOf?: (key: number) => number;
}

/**
 * Adds the commands whose time has come: timers, job time-outs and back-offs, messages' time to live. One wake-up at the
 * earliest due time, set anew after each commit.
 */
export class DueSchedule {
  private readonly clock: EngineClock;
  private readonly enqueue: (command: Command) => void;
  private readonly sources: readonly Source[];
  /** Added and not yet processed: key and due time. */
  private readonly added = new Map<Source, Map<number, number>>();
  private cancel: (() => void) | undefined;
  private wakeAt = Infinity;

  constructor(state: EngineState, clock: EngineClock, enqueue: (command: Command) => void) {
    this.clock = clock;
    this.enqueue = enqueue;
    this.sources = sourcesOf(state);
  }

  /** Looks at what is due and when to look again. */
  update(): void {
    const now = this.clock.now();
    let next = Infinity;
    for (const source of this.sources) {
      const due = source.index.next();
      if (due !== undefined && due <= now) this.addDue(source, now);
      next = Math.min(next, this.nextOf(source, now));
    }
    this.wake(next);
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.wakeAt = Infinity;
  }

  private addDue(source: Source, now: number): void {
    const before = this.added.get(source) ?? new Map<number, number>();
    const added = new Map<number, number>();
    for (const key of inOrder(source, source.index.dueAt(now))) {
      const due = source.index.find(key) ?? now;
      added.set(key, due);
      if (before.get(key) === due) continue;
      const command = source.commandFor(key);
      if (command !== undefined) this.enqueue(command);
    }
    this.added.set(source, added);
  }

  /** Earliest time still to come: what is due already has its command and is looked at after the next commit. */
  private nextOf(source: Source, now: number): number {
    return source.index.nextAfter(now) ?? Infinity;
  }

  private wake(time: number): void {
    if (time === this.wakeAt && this.cancel !== undefined) return;
    this.cancel?.();
    this.cancel = undefined;
    this.wakeAt = time;
    if (time === Infinity) return;
    this.cancel = this.clock.at(time, () => {
      this.cancel = undefined;
      this.wakeAt = Infinity;
      this.update();
    });
  }
}

/** @param keys earliest first, then by key */
function inOrder({ index, rankOf }: Source, keys: readonly number[]): readonly number[] {
  if (rankOf === undefined || keys.length < 2) return keys;
  const entries = keys.map((key) => ({ key, due: index.find(key) ?? 0, rank: rankOf(key) }));
  return entries.sort((a, b) => a.due - b.due || a.rank - b.rank).map(({ key }) => key);
}

function sourcesOf(state: EngineState): Source[] {
  return [
    {
      index: state.timersDue,
      commandFor(key): Command | undefined {
        const value = state.timers.find(key);
        return value && { valueType: 'TIMER', intent: 'TRIGGER', key, value };
      },
      // As in Zeebe: timers of an outer, older element instance before those of an inner one, start events' (-1) last.
      rankOf(key) {
        const elementInstanceKey = state.timers.find(key)?.elementInstanceKey ?? 0;
        return elementInstanceKey < 0 ? Number.MAX_SAFE_INTEGER : elementInstanceKey;
      },
    },
    {
      index: state.jobDeadlines,
      commandFor(key): Command | undefined {
        const job = state.jobs.find(key);
        return job && { valueType: 'JOB', intent: 'TIME_OUT', key, value: job.value };
      },
    },
    {
      index: state.jobBackoffs,
      commandFor(key): Command | undefined {
        const job = state.jobs.find(key);
        return job && { valueType: 'JOB', intent: 'RECUR_AFTER_BACKOFF', key, value: job.value };
      },
    },
    {
      index: state.messagesDue,
      commandFor(key): Command | undefined {
        const value = state.messages.find(key);
        return value && { valueType: 'MESSAGE', intent: 'EXPIRE', key, value };
      },
    },
  ];
}
