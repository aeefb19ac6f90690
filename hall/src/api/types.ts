import type { components } from './schema';

/**
 * The API's shapes under the names the pages use, from the server's OpenAPI document (schema.d.ts is generated). Only
 * what OpenAPI leaves open is typed here: form-js schemas.
 */
type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type SessionUser = Schemas['SessionUser'];
export type Role = SessionUser['role'];
export type CaseState = Schemas['CaseState'];
export type CaseResult = Schemas['CaseResult'];
export type CaseView = Schemas['CaseView'];
export type CaseSummary = Schemas['CaseSummary'];
export type CaseItem = Schemas['CaseItem'];
export type CaseMaterial = Schemas['CaseMaterial'];
export type MissingEntry = Schemas['MissingMaterial'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type Light = CaseView['limits']['light'];
export type Channel = CaseView['channel'];
export type SubmitInput = Schemas['SubmitCase'];
export type CorrectionAnswer = Schemas['CorrectCase'];

export type BundleSummary = Schemas['BundleSummary'];
export type ManifestItem = Schemas['BundleManifestItem'];
export type ManifestMaterial = Schemas['BundleManifestMaterial'];
export type UploadedFile = Schemas['StoredMaterial'];
export type Diagram = Schemas['Diagram'];
export type ElementState = Schemas['DiagramElement']['state'];
export type Incident = Schemas['Incident'];

export type TaskSummary = Schemas['TaskSummary'];
export type TaskAction = Schemas['CompleteTask']['action'];
export type TaskCounts = Schemas['TaskCounts'];
export type TaskPage = Schemas['TaskPage'];
export type Completion = Schemas['CompleteTask'];

/** The data of a form, by field key. */
export type FormData = Record<string, unknown>;
/** A form-js schema; only what the pages walk over is typed. */
export interface FormSchema {
  components: FormComponent[];
  [key: string]: unknown;
}
export interface FormComponent {
  type: string;
  id?: string;
  key?: string;
  label?: string;
  values?: { label: string; value: unknown }[];
  components?: FormComponent[];
  [key: string]: unknown;
}

export type Bundle = Omit<Schemas['BundleView'], 'forms'> & { forms: Record<string, FormSchema> };
export type TaskView = Omit<Schemas['TaskView'], 'form'> & { form: FormSchema };

export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}
