/** Delivers one claimed document's effects in their order, and writes down what became of them. */
import type { Collection } from 'mongodb';
import { EngineRejection, EngineUnavailable } from '../../engine/client/port.js';
import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import type { OutboxFields } from './outbox-fields.js';
import type { Effect } from './outbox-types.js';

export type OutboxDocument = OutboxFields & { _id: string };

/** Must be idempotent by the effect's id. `attempt` is 1 on the first try. */
export type Deliver = (effect: Effect, attempt: number) => Promise<void>;

export interface DeliveryDeps {
  readonly deliver: Deliver;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A refusal will not change by itself, but a deployment under way may be behind it. */
const TRIES_AFTER_REFUSAL = 5;
const TRIES_AFTER_FAILURE = 20;

/**
 * `document` was claimed until `document.effectsAt`. Whoever adds effects meanwhile sets `effectsAt` anew, and then the
 * next claim goes on from there.
 */
export async function deliverDocument(
  collection: Collection<OutboxDocument>,
  document: OutboxDocument,
  deps: DeliveryDeps,
): Promise<void> {
  let tries = document.effectsTries;
  for (const effect of document.effects) {
    const failure = await attempt(effect, tries + 1, deps);
    if (failure === undefined) {
      await settle(collection, document, effect);
    } else if (isOver(failure, tries + 1)) {
      deps.logger.error(
        { document: document._id, effect: effect.id, kind: effect.kind, err: failure },
        'effect is dead',
      );
      await bury(collection, document, effect, failure, deps.clock.now());
    } else {
      await postpone(collection, document, tries + 1, failure, deps.clock.now());
      return;
    }
    tries = 0;
  }
  await collection.updateOne(
    { _id: document._id, ...lease(document), effects: { $size: 0 } },
    { $unset: { effectsAt: 1 } },
  );
}

async function attempt(effect: Effect, attemptNumber: number, deps: DeliveryDeps): Promise<Error | undefined> {
  try {
    await deps.deliver(effect, attemptNumber);
    return undefined;
  } catch (error) {
    deps.logger.warn(
      { effect: effect.id, kind: effect.kind, attempt: attemptNumber, err: error },
      'effect not delivered',
    );
    return error as Error;
  }
}

/** An engine that is away comes back some time: that never ends an effect. */
function isOver(failure: Error, tries: number): boolean {
  if (failure instanceof EngineUnavailable) return false;
  return tries >= (failure instanceof EngineRejection ? TRIES_AFTER_REFUSAL : TRIES_AFTER_FAILURE);
}

function lease(document: OutboxDocument): { effectsAt?: Date } {
  return document.effectsAt ? { effectsAt: document.effectsAt } : {};
}

async function settle(collection: Collection<OutboxDocument>, document: OutboxDocument, effect: Effect): Promise<void> {
  await collection.updateOne(
    { _id: document._id },
    { $pull: { effects: { id: effect.id } }, $set: { effectsTries: 0 } },
  );
}

async function bury(
  collection: Collection<OutboxDocument>,
  document: OutboxDocument,
  effect: Effect,
  failure: Error,
  at: Date,
): Promise<void> {
  await collection.updateOne(
    { _id: document._id },
    {
      $pull: { effects: { id: effect.id } },
      $push: { deadEffects: { effect, reason: failure.message, at } },
      $set: { effectsTries: 0 },
    },
  );
}

/** 0.25 s, 0.5 s … 30 s; at most 3 s for an engine that is away, so that its return is noticed. */
async function postpone(
  collection: Collection<OutboxDocument>,
  document: OutboxDocument,
  tries: number,
  failure: Error,
  now: Date,
): Promise<void> {
  const longest = failure instanceof EngineUnavailable ? 3_000 : 30_000;
  const delay = Math.min(longest, 250 * 2 ** Math.min(tries - 1, 10));
  await collection.updateOne(
    { _id: document._id, ...lease(document) },
    { $set: { effectsTries: tries, effectsAt: new Date(now.getTime() + delay) } },
  );
}
