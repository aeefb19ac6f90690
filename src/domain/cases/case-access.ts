/** Who may see a case, and how much of the person in it; every look by somebody else is written down. */
import type { Clock } from '../../shared/clock.js';
import type { Actor } from '../users/actor.js';
import { caseNotFound, getCase } from './case-change.js';
import { CaseReadModel, type CaseDocument } from './case-model.js';
import type { Sight } from './masking.js';

export function isApplicant(found: CaseDocument, actor: Actor): boolean {
  return found.applicant.userId === actor.id;
}

/** The clerk's own window (online cases have one too, for what is handed over in person), or the clerk who filed it. */
export function isClerkOf(found: CaseDocument, actor: Actor): boolean {
  return actor.role === 'clerk' && (found.window === (actor.queue ?? '') || found.submittedBy.id === actor.id);
}

export function mayRead(found: CaseDocument, actor: Actor): boolean {
  switch (actor.role) {
    case 'applicant':
      return isApplicant(found, actor);
    case 'clerk':
      return isClerkOf(found, actor);
    case 'worker':
    case 'approver':
      return actor.department !== undefined && found.departments.includes(actor.department);
    case 'supervisor':
    case 'administrator':
      return true;
    case 'analyst':
      return false;
  }
}

/** A query for the cases this person may list; nothing for those who may see none. */
export function readableFilter(actor: Actor): Record<string, unknown> {
  switch (actor.role) {
    case 'applicant':
      return { 'applicant.userId': actor.id };
    case 'clerk':
      return { $or: [{ window: actor.queue ?? '' }, { 'submittedBy.id': actor.id }] };
    case 'worker':
    case 'approver':
      return { departments: actor.department ?? '' };
    case 'supervisor':
    case 'administrator':
      return {};
    case 'analyst':
      return { _id: '' };
  }
}

/** May hand in corrections and withdraw: the applicant; for what came in at a window, its clerks. */
export function mayActFor(found: CaseDocument, actor: Actor): boolean {
  return isApplicant(found, actor) || (found.channel === 'window' && isClerkOf(found, actor));
}

/** A clerk who must hand in a correction for the person sees the form as it was entered, for that long. */
export function sightOf(found: CaseDocument, actor: Actor): Sight {
  if (isApplicant(found, actor)) return 'own';
  const correcting = found.state === 'correcting' && mayActFor(found, actor);
  return correcting ? 'own' : 'masked';
}

/** @throws AppError not-found CASE_NOT_FOUND, also when it exists but is none of the actor's business */
export async function getReadable(caseNumber: string, actor: Actor): Promise<CaseDocument> {
  const found = await getCase(caseNumber);
  if (!mayRead(found, actor)) throw caseNotFound(caseNumber);
  return found;
}

export async function logReading(found: CaseDocument, actor: Actor, what: string, clock: Clock): Promise<void> {
  if (isApplicant(found, actor)) return;
  await CaseReadModel.create({
    caseNumber: found._id,
    actorId: actor.id,
    actorName: actor.displayName,
    role: actor.role,
    what,
    at: clock.now(),
  });
}
