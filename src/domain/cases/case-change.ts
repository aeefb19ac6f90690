/** The one way a stored case changes: read it, decide, and write on the revision that was read; else start over. */
import type { UpdateQuery } from 'mongoose';
import type { Clock } from '../../shared/clock.js';
import { AppError } from '../../shared/errors.js';
import type { LiveEvents } from '../live/live-types.js';
import type { Effect, Outbox } from '../outbox/outbox-types.js';
import { CaseModel, type CaseDocument } from './case-model.js';
import { assertCanGo } from './case-transitions.js';
import type { TimelineEntry } from './case-types.js';
import type { Step } from './case-service-types.js';

/** What a decision may change; fields left out stay. */
export interface CaseChange<A> {
  readonly set?: Partial<
    Pick<
      CaseDocument,
      | 'state'
      | 'result'
      | 'form'
      | 'applicant'
      | 'materials'
      | 'items'
      | 'limits'
      | 'corrections'
      | 'withdrawal'
      | 'warnedAt'
      | 'escalatedAt'
      | 'delivery'
      | 'processInstanceKey'
      | 'bundleVersion'
      | 'acceptedAt'
      | 'finishedAt'
    >
  >;
  readonly timeline?: readonly Omit<TimelineEntry, 'at'>[];
  readonly effects?: readonly Effect[];
  /** Given back to the caller, now and when the same step calls again. JSON, dates allowed. */
  readonly answer: A;
}

export interface ChangeDeps {
  readonly clock: Clock;
  readonly live: LiveEvents;
  readonly outbox: Pick<Outbox, 'wake'>;
}

/** Decides from the case as it stands; throws to refuse; `undefined` when there is nothing to change. */
export type Decide<A> = (found: CaseDocument, now: Date) => CaseChange<A> | undefined;

const TRIES = 20;

/** A person's change. @throws AppError not-found CASE_NOT_FOUND, conflict CASE_BUSY */
export async function changeCase(caseNumber: string, decide: Decide<unknown>, deps: ChangeDeps): Promise<CaseDocument> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await getCase(caseNumber);
    const now = deps.clock.now();
    const change = decide(found, now);
    if (!change) return found;
    const written = await write(found, change, now, [], deps);
    if (written) return written;
  }
  throw new AppError('conflict', 'CASE_BUSY', '办件正被多人同时处理，请稍后重试。');
}

/**
 * A process step's change, done once per element instance and operation: called again it gives the stored answer.
 * @throws AppError not-found CASE_NOT_FOUND, conflict CASE_STATE_FORBIDS
 */
export async function applyStep<A>(
  caseNumber: string,
  step: Step,
  operation: string,
  decide: (found: CaseDocument, now: Date) => CaseChange<A>,
  deps: ChangeDeps,
): Promise<A> {
  const key = `${step.elementInstanceKey}:${operation}`;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await getCase(caseNumber);
    const before = found.applied.find((entry) => entry.key === key);
    if (before) return before.answer as A;
    const now = deps.clock.now();
    const change = decide(found, now);
    const written = await write(found, change, now, [{ key, answer: change.answer ?? null }], deps);
    if (written) return change.answer;
  }
  throw new AppError('conflict', 'CASE_BUSY', `办件 ${caseNumber} 正被多人同时处理，请稍后重试。`);
}

/** @throws AppError not-found CASE_NOT_FOUND */
export async function getCase(caseNumber: string): Promise<CaseDocument> {
  const found = await CaseModel.findById(caseNumber).lean();
  if (!found) throw caseNotFound(caseNumber);
  return found;
}

export function caseNotFound(caseNumber: string): AppError {
  return new AppError('not-found', 'CASE_NOT_FOUND', `没有找到办件 ${caseNumber}，请核对办件编号。`);
}

/** Tells everyone who may see the case that it changed. */
export function announceCase(changed: CaseDocument, live: LiveEvents): void {
  live.emit({
    type: 'case',
    id: changed._id,
    caseNumber: changed._id,
    applicantId: changed.applicant.userId ?? changed.submittedBy.id,
    departments: changed.departments,
    ...(changed.window ? { queue: changed.window } : {}),
  });
}

async function write(
  found: CaseDocument,
  change: CaseChange<unknown>,
  now: Date,
  applied: CaseDocument['applied'],
  deps: ChangeDeps,
): Promise<CaseDocument | undefined> {
  if (change.set?.state) assertCanGo(found.state, change.set.state);
  const effects = change.effects ?? [];
  const update: UpdateQuery<CaseDocument> = {
    $set: { ...change.set, updatedAt: now, ...(effects.length > 0 ? { effectsAt: now } : {}) },
    $inc: { revision: 1 },
    $push: {
      timeline: { $each: (change.timeline ?? []).map((entry) => ({ ...entry, at: now })) },
      applied: { $each: applied },
      effects: { $each: [...effects] },
    },
  };
  const filter = { _id: found._id, revision: found.revision };
  const written = await CaseModel.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean();
  if (!written) return undefined;
  if (effects.length > 0) deps.outbox.wake();
  announceCase(written, deps.live);
  return written;
}
