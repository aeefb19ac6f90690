import type { CollectedRecord } from '../conformance/support/record-collector.js';
import { InstancePaths, withoutRun } from './instance-paths.js';

export interface Open {
  readonly key: number;
  /** Path of the element instance, and the event's element id where it is another. */
  readonly path: string;
  /** How often there was something to do about it. */
  readonly attempt: number;
  readonly value: CollectedRecord['value'];
}

/** What is open in one played instance, as its records tell it. */
export class InstanceView {
  readonly records: CollectedRecord[] = [];
  readonly paths = new InstancePaths();
  readonly jobs = new Map<number, Open>();
  readonly incidents = new Map<number, Open>();
  readonly subscriptions = new Map<number, Open>();
  readonly timers = new Map<number, Open>();
  readonly signals = new Map<number, Open>();
  isEnded = false;
  readonly #rootKey: number;
  /** Subscriptions on their way to or from the message's side. */
  readonly #underWay = new Set<string>();
  /** Element instances between two states. */
  readonly #between = new Set<number>();

  constructor(rootKey: number) {
    this.#rootKey = rootKey;
  }

  take(record: CollectedRecord): void {
    this.records.push(record);
    this.paths.take(record);
    switch (record.valueType) {
      case 'PROCESS_INSTANCE':
        return this.#takeElement(record);
      case 'JOB':
        return this.#takeJob(record);
      case 'INCIDENT':
        return this.#note(this.incidents, record, 'CREATED', ['RESOLVED']);
      case 'TIMER':
        return this.#note(this.timers, record, 'CREATED', ['TRIGGERED', 'CANCELED']);
      case 'SIGNAL_SUBSCRIPTION':
        return this.#note(this.signals, record, 'CREATED', ['DELETED']);
      case 'PROCESS_MESSAGE_SUBSCRIPTION':
        return this.#takeSubscription(record);
      case 'MESSAGE_SUBSCRIPTION':
        return this.#takeOtherSide(record);
    }
  }

  /** @param now the engine's time, milliseconds */
  isQuiet(now: number): boolean {
    if (this.isEnded) return true;
    if (this.#underWay.size > 0) return false;
    const blocked = new Set([...this.incidents.values()].map(({ value }) => Number(value['elementInstanceKey'])));
    if ([...this.#between].some((key) => !blocked.has(key))) return false;
    return ![...this.timers.values()].some(({ value }) => Number(value['dueDate']) <= now);
  }

  #takeElement({ intent, key }: CollectedRecord): void {
    if (/ACTIVATING|COMPLETING|TERMINATING/.test(intent)) this.#between.add(key);
    else this.#between.delete(key);
    if (key === this.#rootKey && /COMPLETED|TERMINATED/.test(intent)) this.isEnded = true;
  }

  #takeJob(record: CollectedRecord): void {
    const { intent, key, value } = record;
    this.timers.delete(key);
    const backsOff = intent === 'FAILED' && Number(value['retries']) > 0 && Number(value['retryBackoff']) > 0;
    if (/COMPLETED|CANCELED|ERROR_THROWN/.test(intent) || (intent === 'FAILED' && Number(value['retries']) <= 0)) {
      this.jobs.delete(key);
    } else {
      this.#open(this.jobs, record);
    }
    // It stays open, so that answers to a job that backs off are tried, too; time brings it back.
    if (backsOff) this.#open(this.timers, { ...record, value: { ...value, dueDate: value['recurringTime'] } });
  }

  #takeSubscription(record: CollectedRecord): void {
    const { intent, key, value } = record;
    const id = `${String(value['elementInstanceKey'])} ${String(value['messageName'])}`;
    if (intent === 'CREATING' || intent === 'DELETING') this.#underWay.add(id);
    if (/^(CREATED|CORRELATED|DELETED)$/.test(intent)) this.#underWay.delete(id);
    const goesOn = intent === 'CREATED' || (intent === 'CORRELATED' && value['interrupting'] !== true);
    if (goesOn) this.#open(this.subscriptions, record);
    else this.subscriptions.delete(key);
  }

  #takeOtherSide({ intent, value }: CollectedRecord): void {
    const id = `${String(value['elementInstanceKey'])} ${String(value['messageName'])} other side`;
    if (intent === 'CORRELATING') this.#underWay.add(id);
    if (/CORRELATED|REJECTED|DELETED/.test(intent)) this.#underWay.delete(id);
  }

  #note(into: Map<number, Open>, record: CollectedRecord, opens: string, closes: readonly string[]): void {
    if (record.intent === opens) this.#open(into, record);
    if (closes.includes(record.intent)) into.delete(record.key);
  }

  #open(into: Map<number, Open>, { key, value }: CollectedRecord): void {
    const event = value['targetElementId'] ?? value['catchEventId'] ?? value['elementId'];
    const path = `${this.paths.of(value['catchEventInstanceKey'] ?? value['elementInstanceKey'])}:${withoutRun(String(event))}`;
    into.set(key, { key, path, value, attempt: (into.get(key)?.attempt ?? 0) + 1 });
  }
}
