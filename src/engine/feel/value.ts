/** What kind of thing a FEEL value is, in Zeebe's names, and what becomes of it as a process variable. */
import { FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime, isFunction } from 'feelin';
import { findTemporalText } from './temporal-text.js';

export type FeelResultType =
  | 'NULL'
  | 'BOOLEAN'
  | 'NUMBER'
  | 'STRING'
  | 'ARRAY'
  | 'OBJECT'
  | 'DATE'
  | 'DATE_TIME'
  | 'DURATION'
  | 'PERIOD'
  | 'UNKNOWN';

/** Zeebe's ResultType of the value. */
export function resultTypeOf(value: unknown): FeelResultType {
  if (value === null || value === undefined || value instanceof FeelRange) return 'NULL';
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'number') return 'NUMBER';
  if (typeof value === 'string') return 'STRING';
  if (Array.isArray(value)) return 'ARRAY';
  if (value instanceof FeelDateTime) return 'DATE_TIME';
  if (value instanceof FeelDate) return 'DATE';
  if (value instanceof FeelDuration) return value.yearsMonths ? 'PERIOD' : 'DURATION';
  if (value instanceof FeelTime || typeof value === 'function' || isFunction(value)) return 'UNKNOWN';
  return 'OBJECT';
}

/** Plain JSON: temporal values become their ISO text; what cannot be a variable (functions, ranges) becomes null. */
export function toPlainJson(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') return typeof value === 'function' ? null : value;
  if (Array.isArray(value)) return value.every(isPlainScalar) ? value : value.map(toPlainJson);
  const temporal = findTemporalText(value);
  if (temporal !== undefined) return temporal;
  if (Object.getPrototypeOf(value) !== Object.prototype) return null;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toPlainJson(entry)]));
}

function isPlainScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

/** How FEEL-Scala prints a value in its warnings. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return `[${value.map(describeValue).join(', ')}]`;
  const temporal = findTemporalText(value);
  if (temporal !== undefined) return temporal;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const entries = Object.entries(value).map(([key, entry]) => `${key}:${describeValue(entry)}`);
    return `{${entries.join(', ')}}`;
  }
  return String(value);
}
