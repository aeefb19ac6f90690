/**
 * Temporal values as the text that Zeebe stores in a variable: java.time's own `toString`, which leaves out seconds that
 * are zero and puts a zone's id in brackets (`2030-01-01T10:00+01:00[Europe/Paris]`).
 */
import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { DateTime } from 'luxon';

const FIXED_OFFSET = /^[+-]\d{2}:\d{2}(:\d{2})?$/;

/** Undefined when the value is no temporal value. */
export function findTemporalText(value: unknown): string | undefined {
  if (value instanceof FeelDate) return value.iso;
  if (value instanceof FeelTime) return withoutZeroSeconds(wallClock(value.iso)) + zoneText(value.zone, undefined);
  if (value instanceof FeelDateTime) {
    const wall = wallClock(value.iso);
    return withoutZeroSeconds(wall) + zoneText(value.zone, wall);
  }
  if (value instanceof FeelDuration) return durationText(value);
  return undefined;
}

/** Milliseconds since 1970; a date-time without a zone is taken in the zone of the machine, as in Zeebe. */
export function dateTimeToMillis(value: FeelDateTime): number {
  const zone = value.zone === null ? 'system' : luxonZone(value.zone);
  return DateTime.fromISO(wallClock(value.iso), { zone }).toMillis();
}

function luxonZone(zone: string): string {
  return FIXED_OFFSET.test(zone) ? `UTC${zone}` : zone;
}

/** Cuts the zone off an ISO text that feelin made. */
function wallClock(iso: string): string {
  return iso.replace(/(@.*|Z|[+-]\d{2}:\d{2}(:\d{2})?)$/, '');
}

function withoutZeroSeconds(wall: string): string {
  return wall.replace(/(^|T)(\d{2}:\d{2}):00$/, '$1$2');
}

function zoneText(zone: string | null, wall: string | undefined): string {
  if (zone === null) return '';
  if (zone === 'UTC') return 'Z';
  if (FIXED_OFFSET.test(zone)) return zone;
  const at = wall === undefined ? DateTime.now().setZone(zone) : DateTime.fromISO(wall, { zone });
  const offset = at.toFormat('ZZ');
  return `${offset === '+00:00' ? 'Z' : offset}[${zone}]`;
}

/** java.time.Duration has no days: `PT36H`, not `P1DT12H`. */
function durationText(value: FeelDuration): string {
  if (value.yearsMonths) return value.iso;
  return value.iso.replace(/^(-?)P(\d+)D(?:T(?:(\d+)H)?(.*))?$/, (_all, sign: string, days: string, hours, rest) => {
    const total = Number(days) * 24 + Number((hours as string | undefined) ?? 0);
    return `${sign}PT${total}H${(rest as string | undefined) ?? ''}`;
  });
}
