/** Shapes of the modeler's part of the API (docs/contracts.md, "Modeler routes in detail"). Dates are ISO 8601 in UTC. */
export interface SessionUser {
  id: string;
  userName: string;
  displayName: string;
  role: string;
  demo?: boolean;
}

export interface Session {
  user: SessionUser | null;
  csrfToken: string;
}

export interface Person {
  id: string;
  displayName: string;
}

export interface DraftState {
  state: 'editing' | 'requested' | 'returned';
  /** Raised by every change of the draft; its ETag is the same number in quotes. */
  revision: number;
  /** The published version that the draft started from. */
  baseVersion: string;
  savedAt: string;
  savedBy: Person;
  request?: { note: string; at: string; by: Person };
  returned?: { comment: string; at: string; by: Person };
}

export interface Draft extends DraftState {
  xml: string;
}

export interface BundleSummary {
  id: string;
  name: string;
  summary: string;
  version: string;
  publishedAt?: string;
  draft: DraftState | null;
}

/** What the studio reads of processes/<bundle>/manifest.json. */
export interface Manifest {
  id: string;
  name: string;
  startMessage: string;
  tasks: Record<string, { name: string; form: string; queue: string; actions: string[]; item?: string }>;
  departments: Record<string, { name: string; system?: string }>;
}

export interface JobType {
  type: string;
  name: string;
  department?: string;
  /** Error code of a declared refusal, when the step has one. */
  refusal?: string;
}

export interface Bundle {
  id: string;
  name: string;
  /** The published process. */
  xml: string;
  manifest: Manifest;
  forms: Record<string, object>;
  version: string;
  publishedAt?: string;
  draft: Draft | null;
  knownJobTypes?: JobType[];
}

export interface Version {
  version: string;
  current: boolean;
  publishedAt: string;
  publishedBy?: Person;
  approvedBy?: Person;
  note?: string;
}
