/** Plays models on an engine, many at once: each instance gets one answer at a time, after all of them have come to rest. */
import { randomBytes } from 'node:crypto';
import type { CollectedRecord } from '../conformance/support/record-collector.js';
import { BULK_SIZE, type Target } from '../conformance/support/targets.js';
import { PlayedInstance, withPatience } from './played-instance.js';
import type { Model } from './generator.js';

const HOUR_MS = 3_600_000;
/** Rests that an instance may take before it is taken as it is. */
const MAX_RESTLESS = 15;
const MAX_ROUNDS = 150;

/**
 * The time at which the engine's clock stands. While instances play it stands still: two timers that start one after the
 * other are due at the same millisecond, however long an engine takes. Ahead of the machine's, so that it goes on only.
 */
const times = new WeakMap<Target, number>();
const FIRST_TIME = Math.ceil(Date.now() / HOUR_MS + 1) * HOUR_MS;

export async function play(target: Target, models: readonly Model[]): Promise<PlayedInstance[]> {
  const run = `d${randomBytes(4).toString('hex')}`;
  let read = target.records.records.length;
  await moveTo(target, times.get(target) ?? FIRST_TIME);
  const instances = models.map((model, index) => new PlayedInstance(target, model, `${run}x${index}x`));
  await inChunks(instances, 12, (instance) => instance.start());
  const router = new Router(instances);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    await rest(target, `${run}-rest-${round}`);
    const { records } = target.records;
    for (; read < records.length; read += 1) router.take(records[read] as CollectedRecord);
    const now = times.get(target) ?? FIRST_TIME;
    const open = instances.filter((instance) => !instance.isOver);
    const quiet = open.filter((instance) => instance.isQuiet(now, MAX_RESTLESS));
    if (open.length === 0) return instances;
    const acted = await inChunks(quiet, 12, (instance) => instance.act());
    if (quiet.length === open.length && !acted.includes(true)) await advance(target, open);
  }
  for (const instance of instances) if (!instance.isOver) instance.log.push('no end');
  return instances;
}

/** To the first timer's time. */
async function advance(target: Target, open: readonly PlayedInstance[]): Promise<void> {
  const next = Math.min(...open.map((instance) => instance.nextDue()));
  if (!Number.isFinite(next)) throw new Error('nothing to do, and nothing to wait for');
  await moveTo(target, next);
}

async function moveTo(target: Target, time: number): Promise<void> {
  times.set(target, time);
  await target.pin(time);
}

/**
 * Messages go through the engine one after another; when the last one's record is here, so is what lies before it. Some
 * more push out the records that Zeebe's exporter holds back until it has a bulk.
 */
async function rest(target: Target, name: string): Promise<void> {
  const publish = (turn: number): Promise<void> => {
    const message = { name: `${name}-${turn}`, correlationKey: '', messageId: '', timeToLiveMs: 0, variables: {} };
    return withPatience(() => target.client.publishMessage(message));
  };
  for (const turn of [1, 2, 3, 4]) await publish(turn);
  await Promise.all(Array.from({ length: BULK_SIZE / 2 }, (_, index) => publish(5 + index)));
  await target.records.waitFor(
    name,
    ({ valueType, value }) => valueType === 'MESSAGE' && value['name'] === `${name}-4`,
    60_000,
  );
}

async function inChunks<T, R>(all: readonly T[], size: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += size) {
    results.push(...(await Promise.all(all.slice(from, from + size).map(work))));
  }
  return results;
}

/** Finds out to which instance a record belongs. */
class Router {
  readonly #byKey = new Map<number, PlayedInstance>();
  readonly #byId = new Map<string, PlayedInstance>();

  constructor(instances: readonly PlayedInstance[]) {
    for (const instance of instances) {
      this.#byId.set(instance.id, instance);
      if (instance.rootKey !== undefined) this.#byKey.set(instance.rootKey, instance);
    }
  }

  take(record: CollectedRecord): void {
    const { value, valueType, key } = record;
    const instance =
      this.#byKey.get(Number(value['processInstanceKey'])) ??
      this.#byKey.get(Number(value['parentProcessInstanceKey'])) ??
      this.#byKey.get(Number(value['scopeKey'])) ??
      this.#byKey.get(Number(value['catchEventInstanceKey'])) ??
      (valueType === 'SIGNAL' ? this.#byId.get(String(value['signalName']).split('-')[0] ?? '') : undefined) ??
      (valueType === 'MESSAGE' ? this.#byId.get(String(value['correlationKey'])) : this.#called(value));
    if (!instance) return;
    if (valueType === 'PROCESS_INSTANCE') this.#byKey.set(key, instance);
    if (Number(value['processInstanceKey']) > 0) this.#byKey.set(Number(value['processInstanceKey']), instance);
    instance.take(record);
  }

  /** The variables of a called process come before the process itself. */
  #called(value: CollectedRecord['value']): PlayedInstance | undefined {
    const id = /^(d[0-9a-f]{8}x\d+x)/.exec(String(value['bpmnProcessId'] ?? ''))?.[1];
    return id !== undefined && Number(value['processInstanceKey']) > 0 ? this.#byId.get(id) : undefined;
  }
}
