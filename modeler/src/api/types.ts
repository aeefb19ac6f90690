/** Shapes of the modeler's part of the API, by the server's OpenAPI document. Dates are ISO 8601 in UTC. */
import type { components } from './schema';

type Schemas = components['schemas'];

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

/** Its ETag is the revision in quotes; every change of the draft raises it. */
export type DraftState = Schemas['DraftState'];
export type Draft = Schemas['Draft'];
/** A human step that may be unfinished. */
export type DraftTask = Schemas['DraftTask'];
export type Tasks = Record<string, DraftTask>;
/** A form-js schema. */
export type FormSchema = Record<string, unknown>;
export type Forms = Record<string, FormSchema>;
/** What a draft or a version consists of. */
export interface Content {
  xml: string;
  tasks: Tasks;
  forms: Forms;
}
export type BundleSummary = Schemas['StudioBundleSummary'];
/** `xml` is the published process; the draft, if there is one, has its own. */
export type Bundle = Schemas['StudioBundle'];
export type Version = Schemas['StudioVersion'];
