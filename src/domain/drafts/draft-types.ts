/** The analyst's studio: drafts of bundles, and how they become versions. */
import type { Actor } from '../users/actor.js';
import type { BundleVersion, FormSchema } from '../bundles/bundle-types.js';
import type { BundleTask } from '../bundles/manifest.js';

/** A job type that a worker of this installation serves. */
export interface KnownJobType {
  readonly type: string;
  /** Chinese. */
  readonly name: string;
  readonly department?: string | undefined;
  /** Error code of the business refusal, for boundary events. */
  readonly refusal?: string | undefined;
}

export interface Person {
  readonly id: string;
  readonly displayName: string;
}

export interface DraftState {
  readonly state: 'editing' | 'requested' | 'returned';
  /** Raised by every change; the ETag is `"<revision>"`. */
  readonly revision: number;
  /** Version of the bundle that the draft started from. */
  readonly baseVersion: number;
  readonly savedAt: Date;
  readonly savedBy: Person;
  readonly request?: { readonly note: string; readonly at: Date; readonly by: Person };
  readonly returned?: { readonly comment: string; readonly at: Date; readonly by: Person };
}

/** A human step that may be unfinished: what the manifest demands of it is asked for at publication. */
export type DraftTask = Partial<BundleTask>;

/** What becomes a version, beside what the bundle keeps: drawing, human steps by element id, forms by name. */
export interface DraftContent {
  readonly xml: string;
  readonly tasks: Readonly<Record<string, DraftTask>>;
  readonly forms: Readonly<Record<string, FormSchema>>;
}

/** `tasks` are the human steps that are drawn: name, queue and form are the drawing's. */
export type Draft = DraftState & DraftContent;

export interface StudioBundleSummary {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly version: number;
  readonly publishedAt: Date;
  readonly draft: DraftState | null;
}

export interface StudioBundle {
  readonly id: string;
  readonly name: string;
  /** The published one. */
  readonly xml: string;
  readonly manifest: BundleVersion['manifest'];
  readonly forms: BundleVersion['forms'];
  readonly version: number;
  readonly publishedAt: Date;
  readonly draft: Draft | null;
  readonly knownJobTypes: readonly KnownJobType[];
}

export interface StudioVersion {
  readonly version: number;
  /** New cases run on it. */
  readonly current: boolean;
  readonly publishedAt: Date;
  readonly publishedBy?: string;
  readonly approvedBy?: string;
  readonly note?: string;
}

export interface SaveDraft {
  readonly xml: string;
  /** What the drawing does not say of its human steps (actions, item …); those of the newest version when left out. */
  readonly tasks?: Readonly<Record<string, DraftTask>> | undefined;
  /** All forms of the bundle; those of the newest version when left out. */
  readonly forms?: Readonly<Record<string, FormSchema>> | undefined;
  readonly baseVersion: number;
}

/** What the caller believes to change: a revision, or that there is no draft yet. */
export type ExpectedRevision = number | 'none';

/**
 * Every change throws precondition-failed DRAFT_CHANGED (with `current`) when somebody else was faster, and not-found
 * BUNDLE_NOT_FOUND or DRAFT_NOT_FOUND.
 */
export interface DraftService {
  /** At start: tells the database what this process's workers serve, if it has any. */
  announceJobTypes(): Promise<void>;
  list(): Promise<StudioBundleSummary[]>;
  open(bundleId: string): Promise<StudioBundle>;
  /** @throws AppError invalid XML_INVALID · conflict DRAFT_REQUESTED */
  save(bundleId: string, input: SaveDraft, expected: ExpectedRevision, actor: Actor): Promise<DraftState>;
  discard(bundleId: string, expected: number, actor: Actor): Promise<void>;
  /** @throws AppError conflict DRAFT_REQUESTED */
  requestPublication(bundleId: string, note: string, expected: number, actor: Actor): Promise<DraftState>;
  /** Back to editing. @throws AppError conflict DRAFT_NOT_REQUESTED */
  takeBack(bundleId: string, actor: Actor): Promise<DraftState>;
  /** @throws AppError forbidden SECOND_PERSON_REQUIRED · conflict DRAFT_NOT_REQUESTED */
  returnDraft(bundleId: string, comment: string, actor: Actor): Promise<DraftState>;
  /**
   * Checks, deploys and stores the draft as the newest version.
   * @throws AppError forbidden SECOND_PERSON_REQUIRED · unprocessable MODEL_INVALID · conflict DRAFT_NOT_REQUESTED
   */
  approve(
    bundleId: string,
    expected: number,
    actor: Actor,
  ): Promise<{ version: number; processDefinitionKey: string | null }>;
  versions(bundleId: string): Promise<StudioVersion[]>;
  version(bundleId: string, version: number): Promise<DraftContent & { version: number }>;
}
