/** A case's time limits on the working-day calendar, and the light that shows how they stand. */
import type { BundleLimits } from '../bundles/manifest.js';
import type { WorkingCalendar } from '../calendar/calendar-types.js';
import { isFinal } from './case-transitions.js';
import type { CaseLimits, CaseState, Light } from './case-types.js';

/** Counted from `from`: submission first, acceptance 受理 again. */
export function limitsFrom(from: Date, limits: BundleLimits, calendar: WorkingCalendar): CaseLimits {
  const warnDays = Math.max(1, Math.floor((limits.promisedWorkingDays * limits.warnAtPercent) / 100));
  const promisedDueAt = calendar.addWorkingDays(from, limits.promisedWorkingDays);
  const warnAt = calendar.addWorkingDays(from, warnDays);
  return {
    promisedDueAt,
    // A promise of one day would warn only when it is due: then halfway.
    warnAt: warnAt < promisedDueAt ? warnAt : new Date((from.getTime() + promisedDueAt.getTime()) / 2),
    correctionDueAt: calendar.addWorkingDays(from, limits.correctionDays),
  };
}

interface Limited {
  readonly state: CaseState;
  readonly limits: Pick<CaseLimits, 'promisedDueAt' | 'warnAt'>;
  readonly finishedAt: Date | null;
}

/** green: in time; amber: the warning time has passed; red: overdue. An ended case keeps what it ended with. */
export function lightOf({ state, limits, finishedAt }: Limited, now: Date): Light {
  const at = isFinal(state) ? (finishedAt ?? now) : now;
  if (at > limits.promisedDueAt) return 'red';
  return at > limits.warnAt && !isFinal(state) ? 'amber' : 'green';
}

/** As the engine's timers read it. */
export function isoLimits(limits: CaseLimits): Record<keyof CaseLimits, string> {
  return {
    promisedDueAt: limits.promisedDueAt.toISOString(),
    warnAt: limits.warnAt.toISOString(),
    correctionDueAt: limits.correctionDueAt.toISOString(),
  };
}
