/** ISO 8601 texts as Zeebe takes them: durations, periods, date-times, and repetitions (`R3/PT10S`). */
import { DateTime, Duration, type DurationLikeObject } from 'luxon';

const DURATION = new RegExp(
  '^([+-])?P(?=[\\d+-]|T[\\d+-])(?:([+-]?\\d+)Y)?(?:([+-]?\\d+)M)?(?:([+-]?\\d+)W)?(?:([+-]?\\d+)D)?' +
    '(?:T(?=[\\d+-])(?:([+-]?\\d+)H)?(?:([+-]?\\d+)M)?(?:([+-]?\\d+(?:[.,]\\d+)?)S)?)?$',
);

/** Undefined when the text is no ISO 8601 duration. */
export function findIsoDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [, sign, years, months, weeks, days, hours, minutes, seconds] = match;
  const factor = sign === '-' ? -1 : 1;
  const part = (value: string | undefined): number =>
    value === undefined ? 0 : factor * Number(value.replace(',', '.'));
  const parts: DurationLikeObject = { years: part(years), months: part(months), weeks: part(weeks), days: part(days) };
  return Duration.fromObject({ ...parts, hours: part(hours), minutes: part(minutes), seconds: part(seconds) });
}

/** When the duration is over: years and months count by the calendar of the machine's zone. */
export function addDuration(from: number, duration: Duration): number {
  return Math.trunc(DateTime.fromMillis(from).plus(duration).toMillis());
}

/** A date-time with an offset or `Z` (a zone in brackets may follow), in milliseconds; undefined for anything else. */
export function findIsoDateTime(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})(?:\[([^\]]+)\])?$/.exec(
    text,
  );
  if (!match) return undefined;
  const parsed = DateTime.fromISO(`${match[1] ?? ''}${match[2] ?? ''}`);
  return parsed.isValid ? parsed.toMillis() : undefined;
}

export interface Repetition {
  /** -1 means for ever. */
  repetitions: number;
  /** Milliseconds since 1970: the first due date, when the text states one. */
  start: number | undefined;
  interval: Duration;
}

/** `R3/PT10S`, `R/PT1H`, `R2/2030-01-01T00:00:00Z/PT1H`; undefined for anything else. */
export function findIsoRepetition(text: string): Repetition | undefined {
  const match = /^R(\d*)\/(?:([^/]+)\/)?([^/]+)$/.exec(text);
  if (!match) return undefined;
  const interval = findIsoDuration(match[3] ?? '');
  const start = match[2] === undefined ? undefined : findIsoDateTime(match[2]);
  if (!interval || (match[2] !== undefined && start === undefined)) return undefined;
  return { repetitions: match[1] ? Number(match[1]) : -1, start, interval };
}
