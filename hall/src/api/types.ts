/** The shapes of docs/contracts.md (HTTP API) as the pages read them. */
export type Role = 'applicant' | 'clerk' | 'worker' | 'approver' | 'supervisor' | 'analyst' | 'administrator';
export type CaseState =
  | 'draft'
  | 'received'
  | 'pre-accepting'
  | 'correcting'
  | 'accepted'
  | 'in-progress'
  | 'suspended'
  | 'finished'
  | 'withdrawn'
  | 'returned'
  | 'not-accepted';
export type CaseResult = 'granted' | 'partly-granted' | 'refused' | 'returned' | 'not-accepted' | 'withdrawn';
export type Light = 'green' | 'amber' | 'red';
export type Channel = 'online' | 'window';
export type TaskState = 'open' | 'claimed' | 'completed' | 'canceled';
export type TaskAction = 'complete' | 'refuse' | 'correct';
export type FormData = Record<string, unknown>;

export interface SessionUser {
  id: string;
  userName: string;
  displayName: string;
  role: Role;
  department?: string | null;
  queue?: string | null;
  demo?: boolean;
}
export interface Session {
  user: SessionUser | null;
  csrfToken: string;
}

export interface BundleSummary {
  id: string;
  name: string;
  summary: string;
  modes: string[];
  channels: Channel[];
  itemCount: number;
  materialCount?: number;
  visits?: number;
  promisedWorkingDays: number;
  departments: (string | { id?: string; name: string })[];
}

export interface ManifestItem {
  id: string;
  name: string;
  department: string;
  catalogueCode: string;
  statutoryDays: number;
  promisedDays: number;
  visits: number;
}
export interface ManifestMaterial {
  id: string;
  name: string;
  need: 'required' | 'optional' | 'deferred';
  requiredWhen?: string;
  formats: string[];
  maxBytes: number;
  copies: number;
  source: 'applicant' | 'shared' | 'department';
  note?: string;
}

/** A form-js schema; only what the pages walk over is typed. */
export interface FormSchema {
  type?: string;
  id?: string;
  components: FormComponent[];
  [key: string]: unknown;
}
export interface FormComponent {
  type: string;
  id?: string;
  key?: string;
  path?: string;
  label?: string;
  values?: { label: string; value: unknown }[];
  components?: FormComponent[];
  validate?: { required?: boolean; [key: string]: unknown };
  [key: string]: unknown;
}

export interface Bundle {
  id: string;
  name: string;
  summary: string;
  version: string | number;
  modes: string[];
  channels: Channel[];
  startForm: string;
  items: ManifestItem[];
  materials: ManifestMaterial[];
  limits: { promisedWorkingDays: number; warnAtPercent: number; correctionDays: number };
  tasks: Record<string, { name: string; form: string; queue: string; item?: string; secretFields?: string[] }>;
  /** What follows the departments' work, for the picture of progress. */
  stages?: { id: string; name: string; elements: string[] }[];
  applicantFields?: { name: string; idNumber: string; phone: string };
  departments: Record<string, { name: string; system?: string }>;
  guide: string;
  forms: Record<string, FormSchema>;
}

export interface UploadedFile {
  id: string;
  fileName: string;
  contentType: string;
  bytes: number;
  sha256?: string;
}
export interface CaseFile {
  fileId: string;
  fileName: string;
  bytes: number;
  stage?: string;
  contentType?: string;
}
export interface CaseMaterial {
  materialId: string;
  name: string;
  need: string;
  files: CaseFile[];
}
export interface CaseItem {
  number: string;
  itemId: string;
  name: string;
  department: string;
  departmentName: string;
  state: CaseState;
  result?: CaseResult | null;
  reason?: string | null;
}
export interface MissingEntry {
  id: string;
  name?: string;
  reason: string;
}
export interface Correction {
  number: number;
  askedAt: string;
  by?: string | null;
  missing: MissingEntry[];
  answeredAt?: string | null;
  dueAt?: string | null;
}
export interface CaseView {
  caseNumber: string;
  bundleId: string;
  bundleName: string;
  bundleVersion: string | number;
  channel: Channel;
  window?: string | null;
  state: CaseState;
  result?: CaseResult | null;
  applicant: { name: string; idNumber?: string; phone?: string };
  form: FormData;
  materials: CaseMaterial[];
  items: CaseItem[];
  limits: { promisedDueAt?: string | null; warnAt?: string | null; light: Light };
  corrections: Correction[];
  submittedAt: string;
  acceptedAt?: string | null;
  finishedAt?: string | null;
  delivery?: { method: string | null; address: string | null; trackingNumber: string | null } | null;
  processInstanceKey?: string | null;
  allowed: string[];
}
export interface CaseSummary {
  caseNumber: string;
  bundleId: string;
  bundleName: string;
  channel: Channel;
  state: CaseState;
  result?: CaseResult | null;
  applicantName: string;
  submittedAt: string;
  updatedAt: string;
  light: Light;
}
export interface TimelineEntry {
  at: string;
  kind: string;
  title: string;
  detail?: string | null;
  actor?: string | { displayName?: string } | null;
  elementId?: string | null;
}
export type ElementState = 'active' | 'completed' | 'terminated' | 'incident';
export interface Diagram {
  xml: string;
  elements: { elementId: string; state: ElementState; count: number; since?: string | null; endedAt?: string | null }[];
  version: string | number;
  flows?: string[];
}
export interface TaskSummary {
  id: string;
  name: string;
  caseNumber: string;
  bundleName: string;
  applicantName: string;
  queue: string;
  state: TaskState;
  assignee: { id: string; displayName: string } | null;
  createdAt: string;
  dueAt?: string | null;
  light: Light;
  elementId: string;
}
export interface TaskView extends TaskSummary {
  form?: FormSchema | null;
  actions: TaskAction[];
  data?: FormData | null;
  item?: string | null;
  outcome?: { action: TaskAction; reason: string | null; at: string; by: string } | null;
  case: CaseView;
}
export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}
export interface TaskPage extends Page<TaskSummary> {
  counts: { open: number; claimed: number; mine: number; completed: number };
}
export interface Incident {
  key: string;
  caseNumber?: string | null;
  bundleName?: string | null;
  elementId?: string;
  elementName?: string | null;
  message: string;
  errorType?: string;
  since: string;
}
export interface SubmitInput {
  bundleId: string;
  channel: Channel;
  form: FormData;
  materials: { materialId: string; fileId: string }[];
  applicant?: { name: string; idNumber: string; phone: string };
  submitIncomplete?: boolean;
}
