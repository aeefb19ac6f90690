/** The modeler's routes, one function each; the only place that knows their paths. */
import { request } from './http';
import type { Bundle, BundleSummary, Content, DraftState, Version } from './types';

const root = '/api/modeler/bundles';
const at = (id: string, rest = ''): string => `${root}/${encodeURIComponent(id)}${rest}`;

/** `If-Match` for a known draft, `If-None-Match: *` when there must be none yet. */
const onlyIf = (revision: number | null): Record<string, string> =>
  revision === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` };

export const listBundles = async (): Promise<BundleSummary[]> =>
  (await request<{ items: BundleSummary[] }>('GET', root)).items;

export const getBundle = (id: string): Promise<Bundle> => request('GET', at(id));

/** Saves the draft if it is still at `revision` (null: if there is none). 412 `DRAFT_CHANGED` otherwise. */
export const saveDraft = (
  id: string,
  revision: number | null,
  draft: Content & { baseVersion: number },
): Promise<DraftState> => request('PUT', at(id, '/draft'), { body: draft, headers: onlyIf(revision) });

export const deleteDraft = (id: string, revision: number): Promise<void> =>
  request('DELETE', at(id, '/draft'), { headers: onlyIf(revision) });

export const requestPublication = (id: string, revision: number, note: string): Promise<DraftState> =>
  request('POST', at(id, '/publication-request'), { body: { note }, headers: onlyIf(revision) });

export const takeBackRequest = (id: string): Promise<DraftState> => request('DELETE', at(id, '/publication-request'));

export const returnDraft = (id: string, comment: string): Promise<DraftState> =>
  request('POST', at(id, '/publication-return'), { body: { comment } });

/** Approves and deploys. 422 `MODEL_INVALID` names the elements that the engine refused. */
export const publish = (id: string, revision: number): Promise<{ version: number }> =>
  request('POST', at(id, '/publication'), { body: {}, headers: onlyIf(revision) });

export const listVersions = async (id: string): Promise<Version[]> =>
  (await request<{ items: Version[] }>('GET', at(id, '/versions'))).items;

export const getVersion = (id: string, version: number): Promise<Content & { version: number }> =>
  request('GET', at(id, `/versions/${version}`));
