/**
 * What is kept of the record stream. One document per process instance holds all its element instances, not one document
 * each: a case has some forty of them with four records each, and one upsert per case and delivery is what the smallest
 * database keeps up with (some hundred upserts a second), besides making a diagram one read.
 */
import { model, Schema } from 'mongoose';

/** How far an element instance has got; merging keeps the furthest. */
export const ELEMENT_RANK = { activating: 1, activated: 2, leaving: 3, ended: 4 } as const;

export interface StoredElement {
  readonly id: string;
  readonly type: string;
  readonly rank: number;
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly endedAt?: number;
  readonly end?: 'completed' | 'terminated';
}

export interface StoredFailure {
  readonly id: string;
  readonly elementInstanceKey: string;
  readonly at: number;
  readonly retries: number;
  readonly message: string;
}

export interface ProcessInstanceDocument {
  /** Process instance key. */
  _id: string;
  caseNumber?: string;
  bpmnProcessId: string;
  processDefinitionKey: string;
  /** Set when a call activity started it. */
  parentKey?: string;
  /** By element instance key. */
  elements?: Record<string, StoredElement>;
  /** Ids of the sequence flows taken. */
  flows?: string[];
  /** By partition and position of the record. */
  failures?: Record<string, StoredFailure>;
}

export const INCIDENT_RANK = { open: 1, resolved: 2 } as const;

export interface IncidentDocument {
  /** Incident key. */
  _id: string;
  rank: number;
  processInstanceKey: string;
  processDefinitionKey: string;
  bpmnProcessId: string;
  elementId: string;
  elementInstanceKey: string;
  errorType: string;
  message: string;
  jobKey: string | null;
  createdAt: number;
  resolvedAt?: number;
  /** Display name. */
  resolvedBy?: string;
}

export interface RecordStreamDocument {
  /** Partition. */
  _id: string;
  position: number;
  recordAt: number;
  receivedAt: number;
}

const options = { versionKey: false, minimize: false } as const;

const processInstanceSchema = new Schema<ProcessInstanceDocument>(
  {
    _id: String,
    caseNumber: String,
    bpmnProcessId: String,
    processDefinitionKey: String,
    parentKey: String,
    elements: {},
    flows: [String],
    failures: {},
  },
  { ...options, collection: 'process_instances' },
);
processInstanceSchema.index({ caseNumber: 1 });

const incidentSchema = new Schema<IncidentDocument>(
  {
    _id: String,
    rank: Number,
    processInstanceKey: String,
    processDefinitionKey: String,
    bpmnProcessId: String,
    elementId: String,
    elementInstanceKey: String,
    errorType: String,
    message: String,
    jobKey: String,
    createdAt: Number,
    resolvedAt: Number,
    resolvedBy: String,
  },
  { ...options, collection: 'incidents' },
);
incidentSchema.index({ rank: 1, createdAt: -1 });
incidentSchema.index({ processInstanceKey: 1 });

const recordStreamSchema = new Schema<RecordStreamDocument>(
  { _id: String, position: Number, recordAt: Number, receivedAt: Number },
  { ...options, collection: 'record_streams' },
);

export const ProcessInstanceModel = model('ProcessInstance', processInstanceSchema);
export const IncidentModel = model('Incident', incidentSchema);
export const RecordStreamModel = model('RecordStream', recordStreamSchema);
