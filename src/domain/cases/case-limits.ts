/** A case's time limits on the working-day calendar, and the light that shows how they stand. */
import type { BundleLimits } from '../bundles/manifest.js';
import type { WorkingCalendar } from '../calendar/calendar-types.js';
import { isFinal } from './case-transitions.js';
import { CASE_STATES, type CaseLimits, type CaseState, type Light } from './case-types.js';

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

/** A query for cases that have not ended and have one of the lights; the counterpart of `lightOf`. */
export function openWithLight(lights: readonly Light[], now: Date): Record<string, unknown> {
  const conditions: Readonly<Record<Light, Record<string, unknown>>> = {
    red: { 'limits.promisedDueAt': { $lt: now } },
    amber: { 'limits.promisedDueAt': { $gte: now }, 'limits.warnAt': { $lt: now } },
    green: { 'limits.promisedDueAt': { $gte: now }, 'limits.warnAt': { $gte: now } },
  };
  const open = CASE_STATES.filter((state) => !isFinal(state));
  return { $and: [{ state: { $in: open } }, { $or: lights.map((light) => conditions[light]) }] };
}

/** As the engine's timers read it. */
export function isoLimits(limits: CaseLimits): Record<keyof CaseLimits, string> {
  return {
    promisedDueAt: limits.promisedDueAt.toISOString(),
    warnAt: limits.warnAt.toISOString(),
    correctionDueAt: limits.correctionDueAt.toISOString(),
  };
}
