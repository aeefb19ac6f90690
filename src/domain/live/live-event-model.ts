import { model, Schema, type Types } from 'mongoose';
import type { LiveEvent } from './live-types.js';

/** Events on their way to the other processes; gone after ten minutes. */
export interface LiveEventDocument {
  _id: Types.ObjectId;
  /** The process that emitted it and has told its own subscribers already. */
  origin: string;
  at: Date;
  event: LiveEvent;
}

const schema = new Schema<LiveEventDocument>(
  { origin: String, at: Date, event: {} },
  { versionKey: false, collection: 'live_events' },
);
schema.index({ at: 1 }, { expireAfterSeconds: 600 });

export const LiveEventModel = model('LiveEvent', schema);
