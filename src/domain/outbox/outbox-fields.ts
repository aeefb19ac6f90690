/**
 * The outbox lies in the documents themselves: a change and what must follow from it are one write, with or without
 * transactions. A document with `effectsAt` has something to deliver (or is being delivered until then).
 */
import { Schema } from 'mongoose';
import type { Effect } from './outbox-types.js';

export interface OutboxFields {
  effects: Effect[];
  /** Due time of the next delivery; also the lease while a process delivers. Absent: nothing to do. */
  effectsAt?: Date;
  /** Tries of the first effect. */
  effectsTries: number;
  /** Given up, with the reason; kept for a person to look at. */
  deadEffects: { effect: Effect; reason: string; at: Date }[];
}

/** For a mongoose schema definition. Effects are written whole and never queried into. */
export const outboxFields = {
  effects: { type: [Schema.Types.Mixed], default: [] },
  effectsAt: Date,
  effectsTries: { type: Number, default: 0 },
  deadEffects: { type: [Schema.Types.Mixed], default: [] },
};

/** For the document that is about to be inserted. */
export function newOutbox(effects: readonly Effect[], now: Date): OutboxFields {
  return {
    effects: [...effects],
    ...(effects.length > 0 ? { effectsAt: now } : {}),
    effectsTries: 0,
    deadEffects: [],
  };
}

/** Update operators that add effects to an existing document. */
export function pushEffects(
  effects: readonly Effect[],
  now: Date,
): { $push?: { effects: { $each: Effect[] } }; $set?: { effectsAt: Date } } {
  return effects.length === 0 ? {} : { $push: { effects: { $each: [...effects] } }, $set: { effectsAt: now } };
}
