import { request, withQuery } from './client';
import type {
  Bundle,
  BundleSummary,
  CaseSummary,
  CaseView,
  Completion,
  CorrectionAnswer,
  Diagram,
  Incident,
  Page,
  SubmitInput,
  TaskPage,
  TaskView,
  TimelineEntry,
} from './types';

const part = encodeURIComponent;
type Signal = AbortSignal | undefined;

export interface CaseFilter {
  state?: string | undefined;
  q?: string | undefined;
}
export interface TaskFilter {
  queue?: string | undefined;
  state?: string | undefined;
  mine?: boolean | undefined;
}

/** One function per resource of the API; names as in docs/contracts.md. */
export const api = {
  bundles: (signal?: Signal) => request<Page<BundleSummary>>('GET', '/api/bundles', { signal }),
  bundle: (id: string, version: string | number | undefined, signal?: Signal) =>
    request<Bundle>('GET', withQuery(`/api/bundles/${part(id)}`, { version }), { signal }),
  cases: (filter: CaseFilter, cursor: string | undefined, signal?: Signal) =>
    request<Page<CaseSummary>>('GET', withQuery('/api/cases', { ...filter, cursor, limit: 20 }), { signal }),
  case: (no: string, signal?: Signal) => request<CaseView>('GET', `/api/cases/${part(no)}`, { signal }),
  timeline: (no: string, signal?: Signal) =>
    request<Page<TimelineEntry>>('GET', `/api/cases/${part(no)}/timeline`, { signal }),
  diagram: (no: string, signal?: Signal) => request<Diagram>('GET', `/api/cases/${part(no)}/diagram`, { signal }),
  submit: (input: SubmitInput, idempotencyKey: string) =>
    request<CaseView>('POST', '/api/cases', { body: input, headers: { 'Idempotency-Key': idempotencyKey } }),
  correct: (no: string, answer: CorrectionAnswer) =>
    request<CaseView>('POST', `/api/cases/${part(no)}/correction`, { body: answer }),
  withdraw: (no: string, reason: string) =>
    request<CaseView>('POST', `/api/cases/${part(no)}/withdrawal`, { body: { reason } }),
  tasks: (filter: TaskFilter, cursor: string | undefined, signal?: Signal) =>
    request<TaskPage>('GET', withQuery('/api/tasks', { ...filter, cursor, limit: 30 }), { signal }),
  task: (id: string, signal?: Signal) => request<TaskView>('GET', `/api/tasks/${part(id)}`, { signal }),
  claim: (id: string) => request<TaskView>('POST', `/api/tasks/${part(id)}/claim`, { body: {} }),
  release: (id: string) => request<TaskView>('POST', `/api/tasks/${part(id)}/release`, { body: {} }),
  complete: (id: string, completion: Completion) =>
    request<TaskView>('POST', `/api/tasks/${part(id)}/complete`, { body: completion }),
  incidents: (signal?: Signal) => request<Page<Incident>>('GET', '/api/incidents', { signal }),
  resolveIncident: (key: string) =>
    request<unknown>('POST', `/api/incidents/${part(key)}/resolution`, { body: { retries: 3 } }),
};

export const fileUrl = (fileId: string): string => `/api/materials/${part(fileId)}`;
