/** `typeRef` of results and parameters: FEEL's basic types are checked, any other name is let pass. */
import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { describeFound } from './describe-value.js';

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  time: (value) => value instanceof FeelTime,
  date: (value) => value instanceof FeelDate,
  dateTime: (value) => value instanceof FeelDateTime,
  dayTimeDuration: (value) => value instanceof FeelDuration && !value.yearsMonths,
  yearMonthDuration: (value) => value instanceof FeelDuration && value.yearsMonths,
};

/** What is wrong with the value; undefined when it fits, as null always does. */
export function findTypeProblem(value: unknown, typeRef: string | undefined): string | undefined {
  if (typeRef === undefined || value === null || value === undefined) return undefined;
  const type = typeRef.replaceAll('feel:', '');
  const check = Object.hasOwn(CHECKS, type) ? CHECKS[type] : undefined;
  if (check === undefined || check(value)) return undefined;
  return `expected '${type}' but found '${describeFound(value)}'`;
}
