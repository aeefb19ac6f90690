/** Operators of FEEL with FEEL-Scala's answers and warnings. Temporal operands go to feelin. */
import { evaluate } from 'feelin';
import { addDecimals, multiplyDecimals } from './decimal.js';
import { describeValue } from './value.js';

type Warn = (warning: string) => void;
export type Operator = (left: unknown, right: unknown, warn: Warn) => unknown;

export const comparisons: Readonly<Record<string, Operator>> = {
  '=': (left, right, warn) => areEqual(left, right, warn),
  '!=': (left, right, warn) => {
    const equal = areEqual(left, right, warn);
    return equal === null ? null : !equal;
  },
  '<': (left, right, warn) => order('<', left, right, warn),
  '<=': (left, right, warn) => order('<=', left, right, warn),
  '>': (left, right, warn) => order('>', left, right, warn),
  '>=': (left, right, warn) => order('>=', left, right, warn),
};

export const arithmetics: Readonly<Record<string, Operator>> = {
  '+': (left, right, warn) => {
    if (typeof left === 'number' && typeof right === 'number') return addDecimals(left, right);
    if (typeof left === 'string' && typeof right === 'string') return left + right;
    return (
      temporal('+', left, right) ?? invalid(warn, `Can't add '${describeValue(right)}' to '${describeValue(left)}'`)
    );
  },
  '-': (left, right, warn) => {
    if (typeof left === 'number' && typeof right === 'number') return addDecimals(left, -right);
    const problem = `Can't subtract '${describeValue(right)}' from '${describeValue(left)}'`;
    return temporal('-', left, right) ?? invalid(warn, problem);
  },
  '*': (left, right, warn) => {
    if (typeof left === 'number' && typeof right === 'number') return multiplyDecimals(left, right);
    const problem = `Can't multiply '${describeValue(left)}' by '${describeValue(right)}'`;
    return temporal('*', left, right) ?? invalid(warn, problem);
  },
  '/': (left, right, warn) => {
    if (typeof left === 'number' && typeof right === 'number' && right !== 0) return left / right;
    const problem = `Can't divide '${describeValue(left)}' by '${describeValue(right)}'`;
    return temporal('/', left, right) ?? invalid(warn, problem);
  },
  '**': (left, right, warn) => {
    if (typeof left === 'number' && typeof right === 'number') return left ** right;
    return expectedNumber(typeof left === 'number' ? right : left, warn);
  },
};

/** Unary minus. */
export function negate(value: unknown, warn: Warn): unknown {
  if (typeof value === 'number') return -value;
  return isTemporal(value) ? evaluate('-value', { value }).value : expectedNumber(value, warn);
}

function expectedNumber(value: unknown, warn: Warn): null {
  return invalid(warn, `Expected number but found '${describeValue(value)}'`);
}

/** Anything but a boolean counts as null in `and`, `or` and `if`. */
export function asBoolean(value: unknown, warn: Warn): boolean | null {
  if (typeof value === 'boolean') return value;
  warn(`[INVALID_TYPE] Expected boolean but found '${describeValue(value)}'`);
  return null;
}

function areEqual(left: unknown, right: unknown, warn: Warn): boolean | null {
  if (left === null || right === null) return left === right;
  if (typeof left !== 'object' && typeof right !== 'object' && typeof left === typeof right) return left === right;
  if (isPlainObject(left) && isPlainObject(right)) return areContextsEqual(left, right, warn);
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => areEqual(item, right[index], warn) === true);
  }
  return (temporal('=', left, right) as boolean | null) ?? notComparable(left, right, warn);
}

function areContextsEqual(left: Record<string, unknown>, right: Record<string, unknown>, warn: Warn): boolean {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && areEqual(left[key], right[key], warn) === true);
}

function order(operator: string, left: unknown, right: unknown, warn: Warn): boolean | null {
  const bothNumbers = typeof left === 'number' && typeof right === 'number';
  const bothTexts = typeof left === 'string' && typeof right === 'string';
  if (!bothNumbers && !bothTexts) {
    return (temporal(operator, left, right) as boolean | null) ?? notComparable(left, right, warn);
  }
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

function notComparable(left: unknown, right: unknown, warn: Warn): null {
  warn(`[NOT_COMPARABLE] Can't compare '${describeValue(left)}' with '${describeValue(right)}'`);
  return null;
}

function invalid(warn: Warn, problem: string): null {
  warn(`[INVALID_TYPE] ${problem}`);
  return null;
}

/** Null when neither side is a temporal value or feelin has no answer. */
function temporal(operator: string, left: unknown, right: unknown): unknown {
  if (!isTemporal(left) && !isTemporal(right)) return null;
  return evaluate(`left ${operator} right`, { left, right }).value;
}

/** feelin's temporal wrappers are the only objects here that are neither plain nor lists. */
export function isTemporal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isPlainObject(value);
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
