/** Drafts in the database; every change is made against the revision that its author knew. */
import { AppError } from '../../shared/errors.js';
import { DraftModel, type DraftDocument } from './draft-model.js';
import type { DraftState, Person } from './draft-types.js';

/** A publication takes seconds; one that has not come back by then died with its process. */
const PUBLISHING_AT_MOST_MS = 60_000;

export type DraftChange = Partial<Omit<DraftDocument, '_id' | 'revision'>>;

/** The draft with its text, or undefined. */
export async function findDraft(bundleId: string): Promise<DraftDocument | undefined> {
  const document = await DraftModel.findById(bundleId).lean();
  return document && document.state !== 'none' ? document : undefined;
}

export async function findDraftStates(): Promise<Map<string, DraftState>> {
  const documents = await DraftModel.find({ state: { $ne: 'none' } }, { xml: 0, tasks: 0, forms: 0 }).lean();
  return new Map(documents.map((document) => [document._id, draftStateOf(document)]));
}

/** @throws AppError not-found DRAFT_NOT_FOUND */
export async function getDraft(bundleId: string): Promise<DraftDocument> {
  const draft = await findDraft(bundleId);
  if (!draft) throw new AppError('not-found', 'DRAFT_NOT_FOUND', '该套餐没有草稿，可能已被发布或放弃，请刷新。');
  return draft;
}

/** @throws AppError precondition-failed DRAFT_CHANGED */
export function assertRevision(draft: DraftDocument, expected: number): void {
  if (draft.revision !== expected) throw draftChanged(draft);
}

/**
 * Changes the draft, but only while it is as `known`. Returns it as it is then.
 * @throws AppError precondition-failed DRAFT_CHANGED
 */
export async function changeDraft(known: DraftDocument, change: DraftChange): Promise<DraftDocument> {
  const changed = await DraftModel.findOneAndUpdate(
    { _id: known._id, revision: known.revision, state: known.state },
    { $set: { ...change, revision: known.revision + 1 } },
    { returnDocument: 'after' },
  ).lean();
  if (changed) return changed;
  throw draftChanged(await findDraft(known._id));
}

/**
 * Takes the draft for a publication, or gives it back (`since` null). No change of the draft: its revision stays, so that
 * whoever reads findings of a refused publication still holds the right one.
 * @throws AppError precondition-failed DRAFT_CHANGED
 */
export async function holdDraft(known: DraftDocument, since: Date | null): Promise<DraftDocument> {
  const held = await DraftModel.findOneAndUpdate(
    { _id: known._id, revision: known.revision, state: known.state, publishingSince: known.publishingSince },
    { $set: { state: since ? 'publishing' : 'requested', publishingSince: since } },
    { returnDocument: 'after' },
  ).lean();
  if (held) return held;
  throw draftChanged(await findDraft(known._id));
}

/** The first draft of a bundle, or the first since the last one went. @throws AppError precondition-failed DRAFT_CHANGED */
export async function startDraft(
  bundleId: string,
  content: Omit<DraftDocument, '_id' | 'revision'>,
): Promise<DraftDocument> {
  const empty = await DraftModel.findById(bundleId).lean();
  if (empty) {
    if (empty.state !== 'none') throw draftChanged(empty);
    return changeDraft(empty, content);
  }
  try {
    const document: DraftDocument = { _id: bundleId, revision: 1, ...content };
    await DraftModel.create(document);
    return document;
  } catch (error) {
    if ((error as { code?: number }).code !== 11000) throw error;
    throw draftChanged(await findDraft(bundleId));
  }
}

export const EMPTY: DraftChange = {
  state: 'none',
  xml: null,
  tasks: null,
  forms: null,
  request: null,
  returned: null,
  publishingSince: null,
};

/** Whether somebody's approval is under way, or was when its process died. */
export function isHeld(draft: DraftDocument, now: Date): boolean {
  return (
    draft.state === 'publishing' &&
    draft.publishingSince !== null &&
    now.getTime() - draft.publishingSince.getTime() < PUBLISHING_AT_MOST_MS
  );
}

export function draftStateOf(document: Omit<DraftDocument, 'xml' | 'tasks' | 'forms'>): DraftState {
  const { state, revision, baseVersion, savedAt, savedBy, request, returned } = document;
  return {
    state: state === 'publishing' || state === 'none' ? 'requested' : state,
    revision,
    baseVersion,
    savedAt,
    savedBy: personOf(savedBy),
    ...(request ? { request: { note: request.note, at: request.at, by: personOf(request.by) } } : {}),
    ...(returned ? { returned: { comment: returned.comment, at: returned.at, by: personOf(returned.by) } } : {}),
  };
}

function personOf({ id, displayName }: Person): Person {
  return { id, displayName };
}

function draftChanged(current: DraftDocument | undefined): AppError {
  const message = current
    ? `${current.savedBy.displayName}已在此期间修改了草稿，请先查看对方的修改，再决定如何合并。`
    : '草稿在此期间已被发布或放弃，请刷新后再修改。';
  const state = current && current.state !== 'none' ? draftStateOf(current) : null;
  return new AppError('precondition-failed', 'DRAFT_CHANGED', message, [], { current: state });
}
