/** Counts working days on imported calendars; nothing about holidays is computed. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DateTime } from 'luxon';
import type { CalendarYear } from './calendar-year.js';
import type { WorkingCalendar } from './calendar-types.js';

const ZONE = 'Asia/Shanghai';
/** When a day's limit runs out, local time. */
const END_OF_DAY = { hour: 17, minute: 30, second: 0, millisecond: 0 };

export function createWorkingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const known = new Set(years.map((year) => year.year));
  const off = new Set(years.flatMap((year) => year.holidays.flatMap(datesOf)));
  const worked = new Set(years.flatMap((year) => year.makeUpDays.map((day) => day.date)));

  function isWorking(day: DateTime): boolean {
    if (!known.has(day.year)) {
      throw new Error(`No holiday calendar for ${day.year}: import processes/reference/calendar-${day.year}.json.`);
    }
    const date = day.toISODate() ?? '';
    return worked.has(date) || (day.weekday <= 5 && !off.has(date));
  }

  return {
    isWorkingDay: (at) => isWorking(local(at)),
    addWorkingDays: (from, days) => {
      let day = local(from).startOf('day');
      for (let left = days; left > 0;) {
        day = day.plus({ days: 1 });
        if (isWorking(day)) left--;
      }
      return day.set(END_OF_DAY).toJSDate();
    },
    workingDaysBetween: (from, to) => {
      const last = local(to).startOf('day');
      let count = 0;
      for (let day = local(from).startOf('day').plus({ days: 1 }); day <= last; day = day.plus({ days: 1 })) {
        if (isWorking(day)) count++;
      }
      return count;
    },
    years: () => [...known].sort((a, b) => a - b),
  };
}

/** Reads every calendar-<year>.json in the folder. */
export function loadCalendarYears(folder: string): CalendarYear[] {
  return readdirSync(folder)
    .filter((file) => /^calendar-\d{4}\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as CalendarYear);
}

function datesOf({ from, to }: { from: string; to: string }): string[] {
  const dates: string[] = [];
  for (let day = DateTime.fromISO(from, { zone: ZONE }); ; day = day.plus({ days: 1 })) {
    const date = day.toISODate();
    if (date === null || date > to) return dates;
    dates.push(date);
  }
}

function local(at: Date): DateTime {
  return DateTime.fromJSDate(at, { zone: ZONE });
}
