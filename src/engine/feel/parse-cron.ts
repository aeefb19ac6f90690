import type { Cron, DaysOfMonth, DaysOfWeek } from './cron.js';

export type ParsedCron =
  | { readonly ok: true; readonly cron: Cron }
  /** In Zeebe's words where it says something of use, else our own. */
  | { readonly ok: false; readonly problem: string };

interface Field {
  readonly lowest: number;
  readonly highest: number;
  /** Of the values from `firstName` on. */
  readonly names: readonly string[];
  readonly firstName: number;
  /** A range may go on from the end to the beginning: `SAT-MON`. */
  readonly wraps: boolean;
}

const MONTH_NAMES = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAY_NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const PLAIN = { names: [], firstName: 0, wraps: false };
const SIXTY: Field = { lowest: 0, highest: 59, ...PLAIN };
const HOURS: Field = { lowest: 0, highest: 23, ...PLAIN };
const DAYS: Field = { lowest: 1, highest: 31, ...PLAIN };
const MONTHS: Field = { lowest: 1, highest: 12, names: MONTH_NAMES, firstName: 1, wraps: false };
/** 7 is Sunday too. */
const WEEKDAYS: Field = { lowest: 0, highest: 7, names: WEEKDAY_NAMES, firstName: 0, wraps: true };

class CronProblem extends Error {}

/** Six fields; `*`, lists, ranges, steps, names; `?`, `L`, `W` and `#` for days. */
export function parseCron(text: string): ParsedCron {
  const parts = text.trim().toUpperCase().split(/\s+/);
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', ...more] = parts;
  if (parts[0] === '') return { ok: false, problem: 'Empty expression!' };
  if (weekday === '' || more.length > 0) {
    return { ok: false, problem: `Cron expression contains ${parts.length} parts but we expect one of [6]` };
  }
  try {
    if (day === '?' && weekday === '?')
      return { ok: false, problem: 'Failed to parse cron expression. No day is given' };
    const cron = {
      seconds: parseField(second, SIXTY),
      minutes: parseField(minute, SIXTY),
      hours: parseField(hour, HOURS),
      days: parseDays(day),
      months: parseField(month, MONTHS),
      weekdays: parseWeekdays(weekday),
    };
    return { ok: true, cron };
  } catch (error) {
    if (!(error instanceof CronProblem)) throw error;
    return { ok: false, problem: `Failed to parse cron expression. ${error.message}` };
  }
}

function parseField(text: string, field: Field): Set<number> {
  return new Set(text.split(',').flatMap((part) => parsePart(part, field)));
}

/** In a list Zeebe takes `15W` as 15 and does not see `L` (measured). */
function parseDays(text: string): DaysOfMonth {
  const values = new Set<number>();
  const fromEnd: number[] = [];
  const nearest: number[] = [];
  let hasLastWeekday = false;
  for (const part of text === '?' ? ['*'] : text.split(',')) {
    const end = /^L(?:-(\d+))?$/.exec(part);
    const near = /^(\d+)W$/.exec(part);
    if (part !== text && (end || part === 'LW')) continue;
    if (part !== text && near) values.add(parseValue(near[1] ?? '', DAYS));
    else if (part === 'LW') hasLastWeekday = true;
    else if (end) fromEnd.push(end[1] === undefined ? 0 : parseValue(end[1], DAYS));
    else if (near) nearest.push(parseValue(near[1] ?? '', DAYS));
    else for (const value of parsePart(part, DAYS)) values.add(value);
  }
  return { values, fromEnd, nearest, hasLastWeekday };
}

function parseWeekdays(text: string): DaysOfWeek {
  const values = new Set<number>();
  const nth: { weekday: number; nth: number }[] = [];
  const last: number[] = [];
  for (const part of text === '?' ? ['*'] : text.split(',')) {
    const counted = /^(\w+)#(\d+)$/.exec(part);
    const ending = /^(\w*)L$/.exec(part);
    if (counted) nth.push({ weekday: parseValue(counted[1] ?? '', WEEKDAYS) % 7, nth: Number(counted[2]) });
    else if (ending) last.push(ending[1] === '' ? 0 : parseValue(ending[1] ?? '', WEEKDAYS) % 7);
    else for (const value of parsePart(part, WEEKDAYS)) values.add(value % 7);
  }
  return { values, nth, last };
}

/** `*`, `5`, `5-9`, `MON`, each with `/2` or without. */
function parsePart(part: string, field: Field): number[] {
  const match = /^(\*|[^-/*]+)(?:-([^-/*]+))?(?:\/(\d+))?$/.exec(part);
  if (!match || (match[1] === '*' && match[2] !== undefined)) throw invalidPart(part);
  const [, first = '', second, steps] = match;
  const step = steps === undefined ? 1 : Number(steps);
  if (step < 1 || step > field.highest) {
    throw new CronProblem(`Period ${step} not in range [${field.lowest}, ${field.highest}]`);
  }
  const from = first === '*' ? field.lowest : parseValue(first, field);
  const isOpen = first === '*' || (second === undefined && steps !== undefined);
  const to = isOpen ? field.highest : parseValue(second ?? first, field);
  if (from > to && !field.wraps) throw new CronProblem(`Invalid range! [${from},${to}]`);
  return valuesBetween(from, from > to ? to + 7 : to, step);
}

function valuesBetween(from: number, to: number, step: number): number[] {
  const values: number[] = [];
  for (let value = from; value <= to; value += step) values.push(value);
  return values;
}

function parseValue(text: string, { lowest, highest, names, firstName }: Field): number {
  const index = names.indexOf(text);
  if (index >= 0) return index + firstName;
  if (!/^\d+$/.test(text)) throw invalidPart(text);
  const value = Number(text);
  if (value < lowest || value > highest) throw new CronProblem(`Value ${value} not in range [${lowest}, ${highest}]`);
  return value;
}

function invalidPart(part: string): CronProblem {
  if (/[-/*?#]/.test(part)) return new CronProblem(`Invalid expression: ${part}`);
  return new CronProblem(`Invalid chars in expression! Expression: ${part} Invalid chars: ${part.replace(/\d/g, '')}`);
}
