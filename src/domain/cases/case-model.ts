import { model, Schema, type Model, type SchemaDefinition } from 'mongoose';
import { outboxFields, type OutboxFields } from '../outbox/outbox-fields.js';
import {
  CASE_RESULTS,
  CASE_STATES,
  type ApplicantDetails,
  type CaseLimits,
  type CaseResult,
  type CaseState,
  type Channel,
  type ItemResult,
  type MaterialStage,
  type MissingMaterial,
  type TimelineEntry,
} from './case-types.js';

export interface CaseItemDocument {
  /** `<caseNumber>-01` */
  number: string;
  itemId: string;
  name: string;
  department: string;
  state: CaseState;
  result: ItemResult | null;
  reason: string | null;
}

export interface CaseMaterialDocument {
  materialId: string;
  fileId: string;
  fileName: string;
  contentType: string;
  bytes: number;
  sha256: string;
  stage: MaterialStage;
  at: Date;
}

export interface CorrectionDocument {
  number: number;
  /** `precheck`, `window` or a department. */
  askedBy: string;
  askedAt: Date;
  dueAt: Date;
  missing: MissingMaterial[];
  answeredAt: Date | null;
  /** Set when it was ended without an answer (returned, withdrawn). */
  closedAt: Date | null;
}

export interface CaseDocument extends OutboxFields {
  /** The case number. */
  _id: string;
  /** Raised by every change of the case itself; changes are written only on the revision they were made from. */
  revision: number;
  bundleId: string;
  bundleName: string;
  bundleVersion: number;
  channel: Channel;
  window: string | null;
  state: CaseState;
  result: CaseResult | null;
  applicant: ApplicantDetails & { userId: string | null };
  submittedBy: { id: string; displayName: string };
  /** Which request made it: the same key answers with the same case. */
  submission: { actorId: string; key: string; bodyHash: string };
  departments: string[];
  form: Record<string, unknown>;
  materials: CaseMaterialDocument[];
  items: CaseItemDocument[];
  limits: CaseLimits;
  corrections: CorrectionDocument[];
  withdrawal: { at: Date; reason: string; by: string } | null;
  warnedAt: Date | null;
  escalatedAt: Date | null;
  delivery: { method: string | null; address: string | null; trackingNumber: string | null };
  timeline: TimelineEntry[];
  /** What steps of the process have done already, with their answers: `<elementInstanceKey>:<operation>`. */
  applied: { key: string; answer: unknown }[];
  processInstanceKey: string | null;
  submittedAt: Date;
  acceptedAt: Date | null;
  finishedAt: Date | null;
  updatedAt: Date;
}

const text: { type: StringConstructor; required: true } = { type: String, required: true };

const definition: SchemaDefinition = {
  _id: String,
  revision: { type: Number, default: 1 },
  bundleId: text,
  bundleName: text,
  bundleVersion: { type: Number, required: true },
  channel: { type: String, enum: ['online', 'window'], required: true },
  window: { type: String, default: null },
  state: { type: String, enum: CASE_STATES, required: true },
  result: { type: String, enum: [...CASE_RESULTS, null], default: null },
  applicant: { name: text, idNumber: text, phone: text, userId: { type: String, default: null } },
  submittedBy: { id: text, displayName: text },
  submission: { actorId: text, key: text, bodyHash: text },
  departments: [String],
  form: Schema.Types.Mixed,
  materials: [Schema.Types.Mixed],
  items: [Schema.Types.Mixed],
  limits: { promisedDueAt: Date, warnAt: Date, correctionDueAt: Date },
  corrections: [Schema.Types.Mixed],
  withdrawal: { type: Schema.Types.Mixed, default: null },
  warnedAt: { type: Date, default: null },
  escalatedAt: { type: Date, default: null },
  delivery: Schema.Types.Mixed,
  timeline: [Schema.Types.Mixed],
  applied: [Schema.Types.Mixed],
  processInstanceKey: { type: String, default: null },
  submittedAt: { type: Date, required: true },
  acceptedAt: { type: Date, default: null },
  finishedAt: { type: Date, default: null },
  updatedAt: { type: Date, required: true },
  ...outboxFields,
};

const schema = new Schema<CaseDocument>(definition, {
  versionKey: false,
  collection: 'cases',
  minimize: false,
});
schema.index({ 'submission.actorId': 1, 'submission.key': 1 }, { unique: true });
schema.index({ 'applicant.userId': 1, _id: -1 });
schema.index({ window: 1, _id: -1 });
schema.index({ departments: 1, _id: -1 });
schema.index({ state: 1, _id: -1 });
schema.index({ 'applicant.name': 1 });
schema.index({ processInstanceKey: 1 }, { sparse: true });
schema.index({ 'materials.fileId': 1 });
schema.index({ effectsAt: 1 }, { sparse: true });

export const CaseModel: Model<CaseDocument> = model<CaseDocument>('Case', schema);

export interface CaseCounterDocument {
  /** The day, `yyyymmdd` in Asia/Shanghai. */
  _id: string;
  value: number;
}

export const CaseCounterModel = model(
  'CaseCounter',
  new Schema<CaseCounterDocument>(
    { _id: String, value: { type: Number, default: 0 } },
    { versionKey: false, collection: 'case_counters' },
  ),
);

/** Who read whose case: written for every reading by someone other than the applicant. */
export interface CaseReadDocument {
  caseNumber: string;
  actorId: string;
  actorName: string;
  role: string;
  /** `case`, `timeline`, `task`, `material` … */
  what: string;
  at: Date;
}

const readSchema = new Schema<CaseReadDocument>(
  { caseNumber: text, actorId: text, actorName: text, role: text, what: text, at: { type: Date, required: true } },
  { versionKey: false, collection: 'case_reads' },
);
readSchema.index({ caseNumber: 1, at: -1 });

export const CaseReadModel = model('CaseRead', readSchema);
