/** Which live events a person may hear of: those about what the person could open. */
import type { Domain } from '../../domain/domain.js';
import type { ReceivedLiveEvent } from '../../domain/live/live-types.js';
import type { Actor } from '../../domain/users/actor.js';
import { AppError } from '../../shared/errors.js';

/** How long an answer of `cases` is believed; a case's readers hardly ever change. */
const REMEMBER_MS = 60_000;
const REMEMBER_AT_MOST = 2_000;

export type Visibility = (event: ReceivedLiveEvent) => Promise<boolean>;

/** The visibility of one person, remembering what was asked. */
export function visibilityFor(actor: Actor, domain: Pick<Domain, 'cases'>): Visibility {
  const known = new Map<string, { visible: Promise<boolean>; until: number }>();

  function mayReadCase(caseNumber: string): Promise<boolean> {
    const found = known.get(caseNumber);
    if (found && found.until > Date.now()) return found.visible;
    if (known.size >= REMEMBER_AT_MOST) known.clear();
    const visible = isReadable(domain, caseNumber, actor);
    known.set(caseNumber, { visible, until: Date.now() + REMEMBER_MS });
    return visible;
  }

  return async (event) => {
    switch (event.type) {
      case 'bundle':
        return true;
      case 'incident':
        return actor.role === 'supervisor' || actor.role === 'administrator';
      case 'task':
        return mayHearOfTask(event, actor);
      case 'case':
        if (actor.role === 'applicant' && event.applicantId !== undefined) return event.applicantId === actor.id;
        return event.caseNumber !== undefined && (await mayReadCase(event.caseNumber));
    }
  };
}

function mayHearOfTask(event: ReceivedLiveEvent, actor: Actor): boolean {
  if (actor.role === 'supervisor' || actor.role === 'administrator') return true;
  if (actor.role === 'applicant') return event.queue === 'applicant' && event.applicantId === actor.id;
  return event.queue !== undefined && event.queue === actor.queue;
}

async function isReadable({ cases }: Pick<Domain, 'cases'>, caseNumber: string, actor: Actor): Promise<boolean> {
  try {
    await cases.assertReadable(caseNumber, actor);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
