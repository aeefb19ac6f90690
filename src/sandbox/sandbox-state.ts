/** What the sandbox knows: calls, numbers, call-backs and behaviours, all rebuilt from the journal at start. */
import { openJournal, type Journal } from './journal.js';
import {
  SYSTEMS,
  type Answer,
  type Behaviour,
  type BehaviourChange,
  type CallRecord,
  type Callback,
  type Performed,
  type System,
} from './sandbox-types.js';

type Entry =
  | { type: 'seen'; key: string; system: System; operation: string; caseNumber: string | null; at: string }
  | { type: 'answered'; key: string; lastAnswer: CallRecord['lastAnswer'] }
  | { type: 'done'; key: string; answer: Answer; issued?: Performed['issued']; callback?: NewCallback; counter: number }
  | { type: 'behaviour'; scope: string; change: BehaviourChange }
  | { type: 'fault-used'; scope: string }
  | { type: 'callback-tried'; id: string; deliveredAt: string | null };

type NewCallback = Pick<Callback, 'id' | 'url' | 'body' | 'caseNumber' | 'dueAt'>;

const DEFAULT: Behaviour = {
  delayMs: 200,
  callbackDelayMs: 2000,
  outcome: 'ok',
  refuseRate: 0,
  faultRate: 0,
  faultTimes: 0,
  faultKind: 'unavailable',
  refuseReason: '经核查，不符合办理条件',
};
export class SandboxState {
  readonly calls = new Map<string, CallRecord>();
  readonly callbacks = new Map<string, Callback>();
  readonly #journal: Journal<Entry>;
  readonly #changes = new Map<string, BehaviourChange>();
  readonly #faultsUsed = new Map<string, number>();
  readonly #issued = new Set<string>();
  #counter = 0;

  constructor(file: string) {
    this.#journal = openJournal<Entry>(file, (entry) => this.#apply(entry));
  }

  /** A behaviour and where it was set: the case's own, else the system's. */
  behaviourOf(system: System, caseNumber: string | null): { scope: string; behaviour: Behaviour } {
    const own = caseNumber === null ? undefined : this.#changes.get(scopeOf(system, caseNumber));
    const base = { ...DEFAULT, ...this.#changes.get(scopeOf(system, null)) };
    if (own === undefined) return { scope: scopeOf(system, null), behaviour: base };
    return { scope: scopeOf(system, caseNumber), behaviour: { ...base, ...own } };
  }

  /** Also counts the scope's faults from the start again. */
  changeBehaviour(system: System, caseNumber: string | null, change: BehaviourChange): Behaviour {
    this.#record({ type: 'behaviour', scope: scopeOf(system, caseNumber), change });
    return this.behaviourOf(system, caseNumber).behaviour;
  }

  faultsUsed(scope: string): number {
    return this.#faultsUsed.get(scope) ?? 0;
  }

  useFault(scope: string): void {
    this.#record({ type: 'fault-used', scope });
  }

  see(call: Pick<CallRecord, 'key' | 'system' | 'operation' | 'caseNumber'>, at: Date): CallRecord {
    const { key, system, operation, caseNumber } = call;
    this.#record({ type: 'seen', key, system, operation, caseNumber, at: at.toISOString() });
    return this.calls.get(key)!;
  }

  answered(key: string, lastAnswer: CallRecord['lastAnswer']): void {
    this.#record({ type: 'answered', key, lastAnswer });
  }

  /** The effect and its answer in one line: both or neither survive a crash. */
  done(key: string, performed: Performed, callback: NewCallback | undefined): void {
    const { status, body, issued } = performed;
    this.#record({
      type: 'done',
      key,
      answer: { status, body },
      counter: this.#counter,
      ...(issued && { issued }),
      ...(callback && { callback }),
    });
  }

  triedCallback(id: string, deliveredAt: Date | null): void {
    this.#record({ type: 'callback-tried', id, deliveredAt: deliveredAt?.toISOString() ?? null });
  }

  hasIssued(kind: string, number: string): boolean {
    return this.#issued.has(`${kind}:${number}`);
  }

  nextNumber(prefix: string, now: Date): string {
    this.#counter += 1;
    return `${prefix}${now.toISOString().slice(0, 10).replaceAll('-', '')}${String(this.#counter).padStart(6, '0')}`;
  }

  systems(): { system: System; behaviour: Behaviour }[] {
    return SYSTEMS.map((system) => ({ system, behaviour: this.behaviourOf(system, null).behaviour }));
  }

  close(): void {
    this.#journal.close();
  }

  #record(entry: Entry): void {
    this.#journal.append(entry);
    this.#apply(entry);
  }

  #apply(entry: Entry): void {
    switch (entry.type) {
      case 'seen':
        return this.#applySeen(entry);
      case 'answered':
        return this.#change(this.calls, entry.key, (call) => (call.lastAnswer = entry.lastAnswer));
      case 'done':
        return this.#applyDone(entry);
      case 'behaviour':
        this.#changes.set(entry.scope, { ...this.#changes.get(entry.scope), ...entry.change });
        this.#faultsUsed.delete(entry.scope);
        return;
      case 'fault-used':
        this.#faultsUsed.set(entry.scope, this.faultsUsed(entry.scope) + 1);
        return;
      case 'callback-tried':
        return this.#change(this.callbacks, entry.id, (callback) => {
          callback.tries += 1;
          callback.deliveredAt = entry.deliveredAt;
        });
    }
  }

  #applySeen(entry: Extract<Entry, { type: 'seen' }>): void {
    const { key, system, operation, caseNumber, at } = entry;
    const known = this.calls.get(key);
    if (known) {
      known.timesSeen += 1;
      known.lastSeenAt = at;
      return;
    }
    const first = { timesSeen: 1, timesDone: 0, firstSeenAt: at, lastSeenAt: at, lastAnswer: null, answer: null };
    this.calls.set(key, { key, system, operation, caseNumber, ...first });
  }

  #applyDone(entry: Extract<Entry, { type: 'done' }>): void {
    this.#counter = Math.max(this.#counter, entry.counter);
    if (entry.issued) this.#issued.add(`${entry.issued.kind}:${entry.issued.number}`);
    if (entry.callback) this.callbacks.set(entry.callback.id, { ...entry.callback, tries: 0, deliveredAt: null });
    this.#change(this.calls, entry.key, (call) => {
      call.timesDone += 1;
      call.answer = entry.answer;
    });
  }

  #change<T>(map: Map<string, T>, key: string, change: (value: T) => void): void {
    const value = map.get(key);
    if (value) change(value);
  }
}

function scopeOf(system: System, caseNumber: string | null): string {
  return caseNumber === null ? system : `${system}/${caseNumber}`;
}
