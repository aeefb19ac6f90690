/**
 * What is done about what is open: decided by the model's seed, the path of the element instance and the attempt, and by
 * nothing else, so that both engines get the same answers in the same order.
 */
import type { JsonObject } from '../../src/engine/client/port.js';
import type { InstanceView, Open } from './instance-view.js';
import { ERROR_CODES, VARIABLES } from './names.js';
import { Random } from './random.js';

export type Action =
  | { readonly what: 'complete'; readonly on: Open; readonly variables: JsonObject }
  | { readonly what: 'fail'; readonly on: Open; readonly retries: number; readonly backoffHours: number }
  | { readonly what: 'throw'; readonly on: Open; readonly code: string; readonly variables: JsonObject }
  | { readonly what: 'publish' | 'broadcast'; readonly on: Open; readonly variables: JsonObject }
  | {
      readonly what: 'resolve';
      readonly on: Open;
      readonly retriesOf: number;
      readonly variables: JsonObject | undefined;
    }
  | { readonly what: 'set variables'; readonly on: Open; readonly variables: JsonObject; readonly local: boolean }
  | { readonly what: 'cancel' };

const MAX_STEPS = 45;
const MAX_ATTEMPTS = 3;

/** About something that is open. */
type Reaction = Exclude<Action, { what: 'cancel' }>;

export class Answers {
  readonly #seed: string;
  readonly #cancelAt: number;
  readonly #setAt: number;

  constructor(seed: string) {
    this.#seed = seed;
    const random = new Random(seed, 'script');
    this.#cancelAt = random.chance(0.08) ? random.int(0, 8) : MAX_STEPS;
    this.#setAt = random.chance(0.25) ? random.int(0, 5) : -1;
  }

  startVariables(): JsonObject {
    return this.#variables(new Random(this.#seed, 'start'), 0.9);
  }

  /** Messages that are there before anything waits for them. */
  isPublishedBefore(messageName: string): boolean {
    return new Random(this.#seed, messageName, 'before').chance(0.15);
  }

  /** The next action; undefined when only time helps. @param step counts from 0 */
  next(view: InstanceView, step: number): Action | undefined {
    if (step >= this.#cancelAt || [...view.incidents.values()].some((open) => this.#isHopeless(view, open)))
      return { what: 'cancel' };
    const needed: [number, Action][] = [];
    const possible: [number, Action][] = [];
    const add = (to: [number, Action][], action: Reaction): void => {
      to.push([new Random(this.#seed, action.on.path, 'turn').next(), action]);
    };
    for (const open of view.incidents.values()) add(needed, this.#aboutIncident(open));
    for (const open of view.jobs.values()) {
      if (step === this.#setAt) return this.#setVariables(open);
      add(needed, this.#aboutJob(open));
    }
    const offer = (what: 'publish' | 'broadcast', open: Open): void => {
      const random = this.#random(open);
      const isWanted = open.attempt < MAX_ATTEMPTS && random.chance(0.45);
      add(isWanted ? needed : possible, { what, on: open, variables: this.#variables(random, 0.5) });
    };
    for (const open of view.subscriptions.values()) offer('publish', open);
    for (const open of view.signals.values()) offer('broadcast', open);
    const first = firstOf(needed);
    if (first) return first;
    if (view.timers.size > 0) return undefined;
    return firstOf(possible) ?? { what: 'cancel' };
  }

  #aboutJob(open: Open): Reaction {
    const random = this.#random(open);
    const chance = random.next();
    const left = Number(open.value['retries']);
    if (open.attempt <= MAX_ATTEMPTS && chance < 0.15) {
      return { what: 'fail', on: open, retries: left - 1, backoffHours: random.chance(0.3) ? random.int(1, 2) : 0 };
    }
    // Zeebe cannot take a BPMN error from the job of a message event (docs/differences.md).
    const canThrow = !String(open.value['elementId']).startsWith('send');
    if (canThrow && open.attempt <= MAX_ATTEMPTS && chance < 0.27) {
      const code = random.chance(0.1) ? 'UNKNOWN' : random.pick(ERROR_CODES);
      return { what: 'throw', on: open, code, variables: random.chance(0.5) ? this.#variables(random, 0.5) : {} };
    }
    return { what: 'complete', on: open, variables: { ...this.#variables(random, 0.4), r: random.int(0, 9) } };
  }

  #aboutIncident(open: Open): Reaction {
    const isJob = Number(open.value['jobKey']) !== -1;
    const variables = { ...this.#variables(this.#random(open), 1), missing: 5, key: '@' };
    return { what: 'resolve', on: open, retriesOf: isJob ? 2 : 0, variables: isJob ? undefined : variables };
  }

  #setVariables(open: Open): Action {
    const random = new Random(this.#seed, open.path, 'set');
    return { what: 'set variables', on: open, variables: this.#variables(random, 0.7), local: random.chance(0.5) };
  }

  /** The same incident again and again. */
  #isHopeless(view: InstanceView, { path, value }: Open): boolean {
    const alike = view.records.filter(
      (record) =>
        record.valueType === 'INCIDENT' &&
        record.intent === 'CREATED' &&
        record.value['elementId'] === value['elementId'] &&
        path.startsWith(view.paths.of(record.value['elementInstanceKey'])),
    );
    return alike.length > MAX_ATTEMPTS;
  }

  #variables(random: Random, chance: number): JsonObject {
    return Object.fromEntries(VARIABLES.flatMap((name) => (random.chance(chance) ? [[name, random.int(0, 9)]] : [])));
  }

  #random(open: Open): Random {
    return new Random(this.#seed, open.path, open.attempt);
  }
}

function firstOf(actions: readonly [number, Action][]): Action | undefined {
  return [...actions].sort(([a], [b]) => a - b)[0]?.[1];
}
