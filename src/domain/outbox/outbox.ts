/** Finds documents with effects to deliver, claims them one by one, and delivers. Any number of processes may do so. */
import type { Collection } from 'mongodb';
import type { Model } from 'mongoose';
import { deliverDocument, type DeliveryDeps, type OutboxDocument } from './delivery.js';
import type { Outbox, OutboxHealth } from './outbox-types.js';

export interface OutboxDeps extends DeliveryDeps {
  /** The models whose documents carry effects. */
  readonly sources: readonly Model<never>[];
}

/**
 * How long a process may deliver one document's effects before another may take them over: short, because it is also the
 * pause after a kill; a delivery that takes longer is done twice, which every receiver bears.
 */
const LEASE_MS = 10_000;
/** Rounds without a wake-up: for what another process left behind, and for retries. */
const ROUND_MS = 500;
const PARALLEL = 8;

export function createOutbox(deps: OutboxDeps): Outbox {
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let again = false;
  let round: Promise<void> | undefined;

  const wake = (): void => {
    if (!started) return;
    again = true;
    round ??= runRounds().finally(() => {
      round = undefined;
    });
  };

  async function runRounds(): Promise<void> {
    while (again && started) {
      again = false;
      for (const source of deps.sources) await drain(collectionOf(source));
    }
  }

  async function drain(collection: Collection<OutboxDocument>): Promise<void> {
    try {
      for (;;) {
        if (running.size >= PARALLEL) await Promise.race(running);
        const document = started ? await claim(collection, deps.clock.now()) : undefined;
        if (!document) return;
        track(deliverDocument(collection, document, deps));
      }
    } catch (error) {
      deps.logger.warn({ err: error }, 'outbox round failed; trying again');
    }
  }

  function track(delivery: Promise<void>): void {
    const tracked = delivery
      .catch((error: unknown) => deps.logger.warn({ err: error }, 'outbox delivery failed; its lease will run out'))
      .finally(() => running.delete(tracked));
    running.add(tracked);
  }

  return {
    wake,
    health: () => healthOf(deps),
    start: () => {
      started = true;
      timer = setInterval(wake, ROUND_MS);
      wake();
      return Promise.resolve();
    },
    close: async () => {
      started = false;
      clearInterval(timer);
      await round;
      await Promise.all(running);
    },
  };
}

async function claim(collection: Collection<OutboxDocument>, now: Date): Promise<OutboxDocument | undefined> {
  const until = new Date(now.getTime() + LEASE_MS);
  const found = await collection.findOneAndUpdate(
    { effectsAt: { $lte: now } },
    { $set: { effectsAt: until } },
    { returnDocument: 'after', projection: { effects: 1, effectsAt: 1, effectsTries: 1, deadEffects: 1 } },
  );
  return found ?? undefined;
}

async function healthOf(deps: OutboxDeps): Promise<OutboxHealth> {
  let waiting = 0;
  let dead = 0;
  for (const source of deps.sources) {
    const collection = collectionOf(source);
    waiting += await collection.countDocuments({ effectsAt: { $exists: true } });
    dead += await collection.countDocuments({ 'deadEffects.at': { $exists: true } });
  }
  return { waiting, dead };
}

function collectionOf(source: Model<never>): Collection<OutboxDocument> {
  return source.collection as unknown as Collection<OutboxDocument>;
}
