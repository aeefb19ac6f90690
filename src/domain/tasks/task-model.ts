import { model, Schema, type Model, type SchemaDefinition } from 'mongoose';
import { outboxFields, type OutboxFields } from '../outbox/outbox-fields.js';
import { TASK_STATES, type TaskAction, type TaskState } from './task-types.js';

export interface TaskDocument extends OutboxFields {
  _id: string;
  /** With the case number the identity of the step: an engine started anew may give the same keys again. */
  elementInstanceKey: string;
  jobKey: string;
  elementId: string;
  processInstanceKey: string;
  caseNumber: string;
  bundleId: string;
  bundleVersion: number;
  bundleName: string;
  name: string;
  queue: string;
  /** User id of the case's applicant; for the queue `applicant`. */
  applicantId: string | null;
  departments: string[];
  /** Masked: lists show it to the whole queue. */
  applicantName: string;
  state: TaskState;
  assignee: { id: string; displayName: string } | null;
  /** What the process knew when the task began. */
  variables: Record<string, unknown>;
  createdAt: Date;
  claimedAt: Date | null;
  closedAt: Date | null;
  warnAt: Date;
  dueAt: Date;
  outcome: {
    action: TaskAction;
    reason: string | null;
    missing: { id: string; name: string; reason: string }[];
    /** Never the secret fields. */
    data: Record<string, unknown>;
    at: Date;
    by: { id: string; displayName: string };
  } | null;
  /** The engine had ended the element before the person's completion reached it. */
  engineRefused: boolean;
}

const text: { type: StringConstructor; required: true } = { type: String, required: true };

const definition: SchemaDefinition = {
  _id: String,
  elementInstanceKey: text,
  jobKey: text,
  elementId: text,
  processInstanceKey: text,
  caseNumber: text,
  bundleId: text,
  bundleVersion: { type: Number, required: true },
  bundleName: text,
  name: text,
  queue: text,
  applicantId: { type: String, default: null },
  departments: [String],
  applicantName: text,
  state: { type: String, enum: TASK_STATES, required: true },
  assignee: { type: Schema.Types.Mixed, default: null },
  variables: Schema.Types.Mixed,
  createdAt: { type: Date, required: true },
  claimedAt: { type: Date, default: null },
  closedAt: { type: Date, default: null },
  warnAt: Date,
  dueAt: Date,
  outcome: { type: Schema.Types.Mixed, default: null },
  engineRefused: { type: Boolean, default: false },
  ...outboxFields,
};

const schema = new Schema<TaskDocument>(definition, { versionKey: false, collection: 'tasks', minimize: false });
schema.index({ caseNumber: 1, elementInstanceKey: 1 }, { unique: true });
schema.index({ elementInstanceKey: 1 });
schema.index({ queue: 1, state: 1, createdAt: 1, _id: 1 });
schema.index({ applicantId: 1, queue: 1, state: 1 });
schema.index({ 'assignee.id': 1, state: 1 });
schema.index({ effectsAt: 1 }, { sparse: true });

export const TaskModel: Model<TaskDocument> = model<TaskDocument>('Task', schema);

/** An element that ended before its task was stored; kept long enough for the job on its way. */
export interface EndedElementDocument {
  /** The element instance key. */
  _id: string;
  at: Date;
}

const endedSchema = new Schema<EndedElementDocument>(
  { _id: String, at: Date },
  { versionKey: false, collection: 'ended_elements' },
);
endedSchema.index({ at: 1 }, { expireAfterSeconds: 600 });

export const EndedElementModel = model('EndedElement', endedSchema);
