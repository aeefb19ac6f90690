/** Drafts of bundles: saved against what one knew, published only by a second person. */
import { AppError } from '../../shared/errors.js';
import type { DraftDeps } from '../domain.js';
import type { Actor } from '../users/actor.js';
import { findUnknownJobTypes, parseDraft } from './check-model.js';
import { contentOf, findUnfinishedTasks, isPublished, manifestOf } from './draft-content.js';
import type { DraftDocument } from './draft-model.js';
import {
  EMPTY,
  assertRevision,
  changeDraft,
  draftStateOf,
  findDraft,
  findDraftStates,
  getDraft,
  holdDraft,
  isHeld,
  startDraft,
} from './draft-store.js';
import { announceJobTypes, findJobTypes } from './job-types.js';
import type {
  Draft,
  DraftService,
  DraftState,
  ExpectedRevision,
  Person,
  SaveDraft,
  StudioVersion,
} from './draft-types.js';
import type { BundleVersion, VersionSummary } from '../bundles/bundle-types.js';

export function createDraftService(deps: DraftDeps): DraftService {
  const { bundles, clock, live } = deps;

  /** Studios that are open on the bundle look again. */
  function told(draft: DraftDocument): DraftState {
    live.emit({ type: 'bundle', id: draft._id });
    return draftStateOf(draft);
  }

  return {
    announceJobTypes: async () => {
      if (deps.knownJobTypes) await announceJobTypes(deps.knownJobTypes);
    },
    list: async () => {
      const drafts = await findDraftStates();
      const found = await bundles.list();
      return Promise.all(
        found.map(async ({ id, name, summary }) => {
          const { version, publishedAt } = await bundles.get(id);
          return { id, name, summary, version, publishedAt, draft: drafts.get(id) ?? null };
        }),
      );
    },
    open: async (bundleId) => {
      const bundle = await bundles.get(bundleId);
      const { id, manifest, xml, forms, version, publishedAt } = bundle;
      const draft = await findDraft(bundleId);
      return {
        id,
        name: manifest.name,
        xml,
        manifest,
        forms,
        version,
        publishedAt,
        draft: draft ? await draftOf(draft, bundle) : null,
        knownJobTypes: deps.knownJobTypes ?? (await findJobTypes()),
      };
    },
    save: async (bundleId, input, expected, actor) => {
      await bundles.get(bundleId, input.baseVersion);
      await parseDraft(input.xml);
      return told(await save(bundleId, input, expected, actor, clock.now()));
    },
    discard: async (bundleId, expected) => {
      const draft = await getDraft(bundleId);
      assertRevision(draft, expected);
      assertNotHeld(draft, clock.now());
      told(await changeDraft(draft, EMPTY));
    },
    requestPublication: async (bundleId, note, expected, actor) => {
      const draft = await getDraft(bundleId);
      assertRevision(draft, expected);
      assertNotRequested(draft);
      const request = { note, at: clock.now(), by: personOf(actor) };
      return told(await changeDraft(draft, { state: 'requested', request, returned: null }));
    },
    takeBack: async (bundleId) => {
      const draft = await getRequested(bundleId, clock.now());
      return told(await changeDraft(draft, { state: 'editing', request: null, publishingSince: null }));
    },
    returnDraft: async (bundleId, comment, actor) => {
      const draft = await getRequested(bundleId, clock.now());
      assertSecondPerson(draft, actor);
      const returned = { comment, at: clock.now(), by: personOf(actor) };
      return told(await changeDraft(draft, { state: 'returned', returned, publishingSince: null }));
    },
    approve: async (bundleId, expected, actor) => {
      const draft = await getRequested(bundleId, clock.now());
      assertRevision(draft, expected);
      assertSecondPerson(draft, actor);
      return publish(draft, actor, deps);
    },
    versions: async (bundleId) => {
      const versions = await bundles.versions(bundleId);
      const current = (await bundles.get(bundleId)).version;
      return versions.map((version) => studioVersionOf(version, current)).sort((a, b) => b.version - a.version);
    },
    version: async (bundleId, version) => {
      const { xml, manifest, forms } = await bundles.get(bundleId, version);
      return { version, xml, tasks: manifest.tasks, forms };
    },
  };
}

async function save(
  bundleId: string,
  { xml, tasks, forms, baseVersion }: SaveDraft,
  expected: ExpectedRevision,
  actor: Actor,
  now: Date,
): Promise<DraftDocument> {
  const content = {
    state: 'editing',
    xml,
    tasks: tasks ? JSON.stringify(tasks) : null,
    forms: forms ? JSON.stringify(forms) : null,
    baseVersion,
    savedAt: now,
    savedBy: personOf(actor),
  } as const;
  if (expected === 'none') {
    return startDraft(bundleId, { ...content, request: null, returned: null, publishingSince: null });
  }
  const draft = await getDraft(bundleId);
  assertRevision(draft, expected);
  assertNotRequested(draft);
  return changeDraft(draft, { ...content, request: null });
}

/**
 * Holds the draft while bundles deploys it, so that two approvals at once make one version. A publication that was
 * stored although its process died afterwards is recognised by its content and not made twice.
 */
async function publish(
  requested: DraftDocument,
  actor: Actor,
  { bundles, clock, live, knownJobTypes }: DraftDeps,
): Promise<{ version: number; processDefinitionKey: string | null }> {
  const held = await holdDraft(requested, clock.now());
  try {
    const newest = await bundles.get(requested._id);
    const model = await parseDraft(requested.xml ?? '');
    const content = contentOf(requested, newest, model);
    const unknown = findUnknownJobTypes(model, knownJobTypes ?? (await findJobTypes()));
    const errors = [...unknown, ...findUnfinishedTasks(content)];
    if (errors.length > 0) throw modelInvalid(errors);
    const manifest = manifestOf(content, newest, model);
    const { xml, forms } = content;
    const published = isPublished(content, manifest, newest)
      ? { version: newest.version, processDefinitionKey: null }
      : await bundles.publish(requested._id, { xml, manifest, forms, ...askedBy(requested) }, actor);
    await changeDraft(held, EMPTY);
    live.emit({ type: 'bundle', id: requested._id });
    return { version: published.version, processDefinitionKey: published.processDefinitionKey };
  } catch (error) {
    await holdDraft(held, null);
    throw error;
  }
}

function askedBy({ request }: DraftDocument): { note: string; requestedBy: string } {
  return { note: request?.note ?? '', requestedBy: request?.by.displayName ?? '' };
}

async function draftOf(draft: DraftDocument, newest: BundleVersion): Promise<Draft> {
  return { ...draftStateOf(draft), ...contentOf(draft, newest, await parseDraft(draft.xml ?? '')) };
}

function modelInvalid(errors: ReturnType<typeof findUnknownJobTypes>): AppError {
  return new AppError('unprocessable', 'MODEL_INVALID', '流程模型有误，未能发布，请按提示修改后再试。', errors);
}

/** @throws AppError conflict DRAFT_NOT_REQUESTED, DRAFT_PUBLISHING */
async function getRequested(bundleId: string, now: Date): Promise<DraftDocument> {
  const draft = await getDraft(bundleId);
  assertNotHeld(draft, now);
  if (draft.state !== 'requested' && draft.state !== 'publishing') {
    throw new AppError('conflict', 'DRAFT_NOT_REQUESTED', '该草稿没有待审批的发布申请，请刷新。');
  }
  return draft;
}

function assertNotHeld(draft: DraftDocument, now: Date): void {
  if (isHeld(draft, now)) {
    throw new AppError('conflict', 'DRAFT_PUBLISHING', '该草稿正在发布，请稍候刷新。');
  }
}

function assertNotRequested(draft: DraftDocument): void {
  if (draft.state === 'requested' || draft.state === 'publishing') {
    throw new AppError('conflict', 'DRAFT_REQUESTED', '该草稿已申请发布，请先撤回申请再修改。');
  }
}

/** Whoever had a hand in it last cannot be the one who lets it go live, whatever the role. */
function assertSecondPerson(draft: DraftDocument, actor: Actor): void {
  if (actor.id === draft.savedBy.id || actor.id === draft.request?.by.id) {
    throw new AppError('forbidden', 'SECOND_PERSON_REQUIRED', '草稿须由修改人、申请人以外的另一人审批。');
  }
}

function personOf({ id, displayName }: Actor): Person {
  return { id, displayName };
}

function studioVersionOf(version: VersionSummary, current: number): StudioVersion {
  return {
    version: version.version,
    current: version.version === current,
    publishedAt: version.publishedAt,
    // `package` stands for what came with the installation: nobody published it.
    ...(version.publishedBy === 'package' ? {} : { publishedBy: version.publishedBy }),
    ...(version.approvedBy ? { approvedBy: version.approvedBy } : {}),
    ...(version.note ? { note: version.note } : {}),
  };
}
