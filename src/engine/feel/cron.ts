/** Cron texts as Zeebe takes them for timer cycles: second, minute, hour, day of month, month, day of week. */

export interface Cron {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: DaysOfMonth;
  /** From 1. */
  readonly months: ReadonlySet<number>;
  readonly weekdays: DaysOfWeek;
}

export interface DaysOfMonth {
  readonly values: ReadonlySet<number>;
  /** `L`, `L-3`: days before the last one. */
  readonly fromEnd: readonly number[];
  /** `15W`: the weekday nearest to the day. */
  readonly nearest: readonly number[];
  /** `LW`. */
  readonly hasLastWeekday: boolean;
}

/** Days from 0, which is Sunday. */
export interface DaysOfWeek {
  readonly values: ReadonlySet<number>;
  /** `FRI#3`: the third Friday of the month. */
  readonly nth: readonly { readonly weekday: number; readonly nth: number }[];
  /** `FRIL`: the last Friday of the month. */
  readonly last: readonly number[];
}

/** No day that exists is farther away than a 29 February that falls on one weekday. */
const DAYS_AHEAD = 366 * 41;

/** The first time after `from` that fits, by the clock of the machine's zone; undefined when none ever does. */
export function findNextOfCron(cron: Cron, from: number): number | undefined {
  const start = new Date(from);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = new Date(start.getFullYear(), start.getMonth(), start.getDate() + ahead);
    const fits = cron.months.has(day.getMonth() + 1) && isDayOfMonth(cron.days, day) && isDayOfWeek(cron.weekdays, day);
    const time = fits ? findTimeOfDay(cron, day, from) : undefined;
    if (time !== undefined) return time;
  }
  return undefined;
}

function isDayOfMonth({ values, fromEnd, nearest, hasLastWeekday }: DaysOfMonth, day: Date): boolean {
  const date = day.getDate();
  if (values.has(date)) return true;
  if (fromEnd.length + nearest.length === 0 && !hasLastWeekday) return false;
  const last = lastDayOf(day);
  return (
    fromEnd.some((before) => last - before === date) ||
    nearest.some((wanted) => wanted <= last && nearestWeekday(day, wanted, last) === date) ||
    (hasLastWeekday && lastWeekday(day, last) === date)
  );
}

function isDayOfWeek({ values, nth, last }: DaysOfWeek, day: Date): boolean {
  const weekday = day.getDay();
  if (values.has(weekday)) return true;
  const date = day.getDate();
  return (
    nth.some((wanted) => wanted.weekday === weekday && Math.ceil(date / 7) === wanted.nth) ||
    (last.includes(weekday) && date + 7 > lastDayOf(day))
  );
}

function lastDayOf(day: Date): number {
  return new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
}

function weekdayOf(day: Date, date: number): number {
  return new Date(day.getFullYear(), day.getMonth(), date).getDay();
}

/** Within the month. A Sunday that ends the month stays, as in Zeebe (measured). */
function nearestWeekday(day: Date, date: number, last: number): number {
  const weekday = weekdayOf(day, date);
  if (weekday === 6) return date === 1 ? 3 : date - 1;
  return weekday === 0 && date < last ? date + 1 : date;
}

function lastWeekday(day: Date, last: number): number {
  const weekday = weekdayOf(day, last);
  if (weekday === 6) return last - 1;
  return weekday === 0 ? last - 2 : last;
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
