/** The shapes of a case 办件 as others see it. What is stored is in case-model.ts. */
export const CASE_STATES = [
  'draft',
  'received',
  'pre-accepting',
  'correcting',
  'accepted',
  'in-progress',
  'suspended',
  'finished',
  'withdrawn',
  'returned',
  'not-accepted',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_RESULTS = ['granted', 'partly-granted', 'refused', 'returned', 'not-accepted', 'withdrawn'] as const;
export type CaseResult = (typeof CASE_RESULTS)[number];
/** An item is granted or not: only a whole case can be partly granted. */
export type ItemResult = Exclude<CaseResult, 'partly-granted'>;

export type Channel = 'online' | 'window';
export type Light = 'green' | 'amber' | 'red';
export type MaterialStage = 'filing' | 'acceptance' | 'approval' | 'completion' | 'delivery';

export interface CaseLimits {
  readonly promisedDueAt: Date;
  readonly warnAt: Date;
  readonly correctionDueAt: Date;
}

export interface ApplicantDetails {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

export interface MissingMaterial {
  /** A material's id, or `form` when something in the form must be corrected. */
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

export interface CaseItemView {
  readonly number: string;
  readonly itemId: string;
  readonly name: string;
  readonly department: string;
  readonly departmentName: string;
  readonly state: CaseState;
  readonly result: ItemResult | null;
  readonly reason: string | null;
}

export interface CorrectionView {
  readonly number: number;
  readonly askedAt: Date;
  readonly by: string;
  readonly missing: MissingMaterial[];
  readonly answeredAt: Date | null;
  readonly dueAt: Date;
}

export interface CaseMaterialView {
  readonly materialId: string;
  readonly name: string;
  readonly need: 'required' | 'optional' | 'deferred';
  readonly files: {
    fileId: string;
    fileName: string;
    contentType: string;
    bytes: number;
    stage: MaterialStage;
    at: Date;
  }[];
}

/** What the person looking at the case may do with it now. */
export type CaseAction = 'correct' | 'withdraw';

export interface CaseView {
  readonly caseNumber: string;
  readonly bundleId: string;
  readonly bundleName: string;
  readonly bundleVersion: number;
  readonly channel: Channel;
  readonly window: string | null;
  readonly state: CaseState;
  readonly result: CaseResult | null;
  readonly applicant: ApplicantDetails;
  readonly form: Record<string, unknown>;
  readonly materials: CaseMaterialView[];
  readonly items: CaseItemView[];
  readonly limits: { promisedDueAt: Date; warnAt: Date; light: Light };
  readonly corrections: CorrectionView[];
  readonly submittedAt: Date;
  readonly acceptedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly updatedAt: Date;
  readonly delivery: { method: string | null; address: string | null; trackingNumber: string | null };
  readonly processInstanceKey: string | null;
  readonly allowed: CaseAction[];
}

export interface CaseSummary {
  readonly caseNumber: string;
  readonly bundleId: string;
  readonly bundleName: string;
  readonly bundleVersion: number;
  readonly channel: Channel;
  readonly window: string | null;
  readonly state: CaseState;
  readonly result: CaseResult | null;
  readonly applicantName: string;
  readonly submittedAt: Date;
  readonly updatedAt: Date;
  readonly light: Light;
}

export interface TimelineEntry {
  readonly at: Date;
  /** e.g. `submitted`, `correction-asked`, `task-completed`, `item-granted`. */
  readonly kind: string;
  /** Chinese, one line. */
  readonly title: string;
  readonly detail?: string | undefined;
  readonly actor?: string | undefined;
  readonly elementId?: string | undefined;
}

export interface HandedMaterial {
  readonly materialId: string;
  readonly fileId: string;
}

export interface SubmitCase {
  readonly bundleId: string;
  readonly channel: Channel;
  readonly form: Record<string, unknown>;
  readonly materials: HandedMaterial[];
  /** The person a clerk files for; an applicant's own details come from the form. */
  readonly applicant?: ApplicantDetails | undefined;
  /** Files although required materials are missing: the pre-check will ask for them (补正). */
  readonly submitIncomplete?: boolean | undefined;
}

export interface CorrectCase {
  readonly form?: Record<string, unknown> | undefined;
  readonly materials: HandedMaterial[];
}

export interface CaseFilter {
  readonly state?: CaseState | undefined;
  /** Case number (or its beginning), or a part of the applicant's name. */
  readonly q?: string | undefined;
  /** Only cases that have not ended and stand so with their promised limit. */
  readonly lights?: readonly Light[] | undefined;
}
