import { model, Schema } from 'mongoose';
import type { Person } from './draft-types.js';

/**
 * One per bundle, for ever: it is emptied, not removed, when a draft is discarded or published, so that revisions never
 * repeat and an old page cannot mistake a new draft for the one it knew.
 */
export interface DraftDocument {
  /** Bundle id. */
  _id: string;
  revision: number;
  /** `publishing` holds the draft while the engine is asked; it lapses when the process dies over it. */
  state: 'none' | 'editing' | 'requested' | 'returned' | 'publishing';
  xml: string | null;
  /** JSON text, since keys are element ids and form names; null: those of the newest version. */
  tasks: string | null;
  forms: string | null;
  baseVersion: number;
  savedAt: Date;
  savedBy: Person;
  request: { note: string; at: Date; by: Person } | null;
  returned: { comment: string; at: Date; by: Person } | null;
  publishingSince: Date | null;
}

const person = { id: String, displayName: String };
const schema = new Schema<DraftDocument>(
  {
    _id: String,
    revision: Number,
    state: String,
    xml: String,
    tasks: { type: String, default: null },
    forms: { type: String, default: null },
    baseVersion: Number,
    savedAt: Date,
    savedBy: person,
    request: { type: new Schema({ note: String, at: Date, by: person }, { _id: false }), default: null },
    returned: { type: new Schema({ comment: String, at: Date, by: person }, { _id: false }), default: null },
    publishingSince: Date,
  },
  { versionKey: false, collection: 'drafts' },
);

export const DraftModel = model('Draft', schema);
