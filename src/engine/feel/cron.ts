/** Cron texts as Zeebe takes them for timer cycles: second, minute, hour, day of month, month, day of week. */

export interface Cron {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  /** From 1. */
  readonly months: ReadonlySet<number>;
  /** From 0, which is Sunday. */
  readonly weekdays: ReadonlySet<number>;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** No day that exists is farther away than a 29 February that falls on one weekday. */
const DAYS_AHEAD = 366 * 41;

/** Undefined when the text is no cron text, or uses `L`, `W` or `#`. */
export function findCron(text: string): Cron | undefined {
  const [second, minute, hour, day, month, weekday, ...more] = text.trim().split(/\s+/);
  if (more.length > 0 || weekday === undefined) return undefined;
  const seconds = findField(second, 0, 59);
  const minutes = findField(minute, 0, 59);
  const hours = findField(hour, 0, 23);
  const days = findField(day === '?' ? '*' : day, 1, 31);
  const months = findField(month, 1, 12, MONTHS, 1);
  const found = findField(weekday === '?' ? '*' : weekday, 0, 7, WEEKDAYS);
  if (!seconds || !minutes || !hours || !days || !months || !found) return undefined;
  return { seconds, minutes, hours, days, months, weekdays: new Set([...found].map((value) => value % 7)) };
}

function findField(
  text: string | undefined,
  lowest: number,
  highest: number,
  names: readonly string[] = [],
  firstName = 0,
): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of (text ?? '').split(',')) {
    const match = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) return undefined;
    const read = (value: string): number => {
      const index = names.indexOf(value.toUpperCase());
      if (index >= 0) return index + firstName;
      return /^\d+$/.test(value) ? Number(value) : NaN;
    };
    const from = match[1] === undefined ? read(match[2] ?? '') : lowest;
    const isOpen = match[1] !== undefined || (match[3] === undefined && match[4] !== undefined);
    const to = isOpen ? highest : read(match[3] ?? match[2] ?? '');
    const step = Number(match[4] ?? 1);
    // Written so that NaN fails too.
    if (!(from >= lowest && to <= highest && from <= to && step > 0)) return undefined;
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

/** The first time after `from` that fits, by the clock of the machine's zone; undefined when none ever does. */
export function findNextOfCron(cron: Cron, from: number): number | undefined {
  const start = new Date(from);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = new Date(start.getFullYear(), start.getMonth(), start.getDate() + ahead);
    const fits = cron.months.has(day.getMonth() + 1) && cron.days.has(day.getDate()) && cron.weekdays.has(day.getDay());
    const time = fits ? findTimeOfDay(cron, day, from) : undefined;
    if (time !== undefined) return time;
  }
  return undefined;
}

function findTimeOfDay(cron: Cron, day: Date, from: number): number | undefined {
  const times = (hour: number, minute: number, second: number): number =>
    new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute, second).getTime();
  for (const hour of sorted(cron.hours)) {
    if (times(hour, 59, 59) <= from) continue;
    for (const minute of sorted(cron.minutes)) {
      if (times(hour, minute, 59) <= from) continue;
      const second = sorted(cron.seconds).find((value) => times(hour, minute, value) > from);
      if (second !== undefined) return times(hour, minute, second);
    }
  }
  return undefined;
}

function sorted(values: ReadonlySet<number>): number[] {
  return [...values].sort((a, b) => a - b);
}
