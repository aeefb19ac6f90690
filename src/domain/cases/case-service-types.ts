import type { Actor } from '../users/actor.js';
import type { Page, PageRequest } from '../page.js';
import type {
  ApplicantDetails,
  CaseFilter,
  CaseLimits,
  CaseResult,
  CaseState,
  CaseSummary,
  CaseView,
  Channel,
  CorrectCase,
  ItemResult,
  MissingMaterial,
  SubmitCase,
  TimelineEntry,
} from './case-types.js';

/** The engine's element on whose behalf a worker calls. A repeated call with the same element instance changes nothing. */
export interface Step {
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly processInstanceKey: string;
  /** Which deployed version runs the case; corrects what submission assumed. */
  readonly processDefinitionKey?: string | undefined;
}

/** The unmasked facts a department step needs; never leaves the server's own calls. */
export interface CaseFacts {
  readonly caseNumber: string;
  readonly bundleId: string;
  readonly bundleVersion: number;
  readonly channel: Channel;
  readonly window: string | null;
  readonly state: CaseState;
  readonly applicant: ApplicantDetails;
  readonly form: Record<string, unknown>;
  readonly materials: { materialId: string; fileId: string; sha256: string }[];
  readonly limits: CaseLimits;
  readonly result: CaseResult | null;
  readonly items: { itemId: string; state: CaseState; result: ItemResult | null }[];
  readonly processInstanceKey: string | null;
}

export interface AskedCorrection {
  /** Everything at once 一次告知. */
  readonly missing: readonly MissingMaterial[];
  /** `precheck`, `window`, or the department that asks. */
  readonly askedBy: string;
}

export interface ItemOutcome {
  /** Item id from the manifest. */
  readonly item: string;
  readonly result: ItemResult;
  readonly reason?: string | undefined;
}

/** For people, through the API. Every method refuses what the actor may not see or do with an AppError. */
export interface CaseDesk {
  /**
   * Files a case. The same key with the same body answers with the same case; `created` tells them apart.
   * @throws AppError invalid CASE_FORM_INVALID, CASE_MATERIALS_MISSING · unprocessable IDEMPOTENCY_KEY_REUSED
   */
  submit(input: SubmitCase, actor: Actor, idempotencyKey: string): Promise<{ view: CaseView; created: boolean }>;
  /** Logs the reading when the reader is not the applicant. @throws AppError not-found CASE_NOT_FOUND */
  get(caseNumber: string, actor: Actor): Promise<CaseView>;
  list(filter: CaseFilter, page: PageRequest, actor: Actor): Promise<Page<CaseSummary>>;
  timeline(caseNumber: string, actor: Actor): Promise<TimelineEntry[]>;
  /** @throws AppError conflict CASE_STATE_FORBIDS when nothing is being asked for */
  correct(caseNumber: string, input: CorrectCase, actor: Actor): Promise<CaseView>;
  withdraw(caseNumber: string, reason: string, actor: Actor): Promise<CaseView>;
  /** Throws not-found unless the actor may see the case. For diagram, events and files. */
  assertReadable(caseNumber: string, actor: Actor): Promise<void>;
}

/** For job workers and call-backs. All idempotent by the step's element instance key. */
export interface CaseSteps {
  /** @throws AppError not-found CASE_NOT_FOUND */
  facts(caseNumber: string): Promise<CaseFacts>;
  precheck(caseNumber: string, step: Step): Promise<{ complete: boolean; missing: MissingMaterial[] }>;
  /** `limits` carry the new day by which to correct: give them back to the process. */
  askCorrection(
    caseNumber: string,
    step: Step,
    asked: AskedCorrection,
  ): Promise<{ number: number; correctionDueAt: Date; limits: CaseLimits }>;
  accept(caseNumber: string, step: Step): Promise<{ limits: CaseLimits }>;
  recordItemResult(caseNumber: string, step: Step, outcome: ItemOutcome): Promise<void>;
  warn(caseNumber: string, step: Step): Promise<void>;
  escalate(caseNumber: string, step: Step): Promise<void>;
  /** The process has ended its work after the applicant's withdrawal. */
  closeWithdrawn(caseNumber: string, step: Step): Promise<void>;
  returnCase(caseNumber: string, step: Step, reason: string): Promise<void>;
  notAccept(caseNumber: string, step: Step, reason: string): Promise<void>;
  /** The case's result follows from its items' results. */
  finish(caseNumber: string, step: Step, delivery?: { trackingNumber?: string }): Promise<{ result: CaseResult }>;
  /** A step worth a line in the timeline that changes no state, e.g. an answer of a department system. */
  note(caseNumber: string, step: Step, entry: { kind: string; title: string; detail?: string }): Promise<void>;
  /** The bank's call-back: publishes `bank.card-made` once per request id. */
  cardMade(caseNumber: string, requestId: string, cardNumber: string): Promise<void>;
  /** The case an engine instance works for; undefined for instances that are not cases. */
  findByProcessInstance(processInstanceKey: string): Promise<string | undefined>;
}

export interface CaseService extends CaseDesk, CaseSteps {}
