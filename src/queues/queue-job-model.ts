import { model, Schema } from 'mongoose';
import type { Envelope } from './envelope.js';

/** A job of the in-process queues; done and failed ones are kept for a week, since the same id is the same job. */
export interface QueueJobDocument {
  /** `<queue>/<id>` */
  _id: string;
  queue: string;
  id: string;
  name: string;
  data: Record<string, unknown>;
  state: 'waiting' | 'done' | 'failed';
  /** When it may be taken; while somebody works on it, until when it is theirs. */
  dueAt: Date;
  attempts: number;
  tries: number;
  envelope?: Envelope;
  error?: string;
  createdAt: Date;
  finishedAt?: Date;
}

const schema = new Schema<QueueJobDocument>(
  {
    _id: String,
    queue: { type: String, required: true },
    id: { type: String, required: true },
    name: { type: String, required: true },
    data: Schema.Types.Mixed,
    state: { type: String, enum: ['waiting', 'done', 'failed'], required: true },
    dueAt: { type: Date, required: true },
    attempts: { type: Number, required: true },
    tries: { type: Number, default: 0 },
    envelope: Schema.Types.Mixed,
    error: String,
    createdAt: { type: Date, required: true },
    finishedAt: Date,
  },
  { versionKey: false, collection: 'queue_jobs', minimize: false },
);
schema.index({ queue: 1, state: 1, dueAt: 1 });
schema.index({ finishedAt: 1 }, { expireAfterSeconds: 7 * 24 * 60 * 60 });

export const QueueJobModel = model('QueueJob', schema);
