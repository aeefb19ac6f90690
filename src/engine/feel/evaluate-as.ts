/**
 * Expressions evaluated to what an element needs of them. A failure is the text of the EXTRACT_VALUE_ERROR incident that
 * the caller raises, in Zeebe's words.
 */
import { FeelDateTime, FeelDuration } from 'feelin';
import type { Duration } from 'luxon';
import { expressionText } from './compile-expression.js';
import { describeWarnings } from './compile-feel.js';
import { findNextOfCron, type Cron } from './cron.js';
import type { Expression, ExpressionContext } from './expression.js';
import { addDuration, findIsoDateTime, findIsoDuration, findIsoRepetition, type Repetition } from './iso-8601.js';
import { parseCron } from './parse-cron.js';
import { dateTimeToMillis, findTemporalText } from './temporal-text.js';
import { resultTypeOf, type FeelResultType } from './value.js';

export type Evaluated<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: string };

export type { Repetition } from './iso-8601.js';

/** A job type, message name, called process id, assignee, form key … */
export function evaluateString(expression: Expression, context: ExpressionContext): Evaluated<string> {
  return evaluateTo(expression, context, (typed) =>
    typeof typed.value === 'string' ? done(typed.value) : unexpected(expression, `'STRING'`, typed),
  );
}

/** A condition. */
export function evaluateBoolean(expression: Expression, context: ExpressionContext): Evaluated<boolean> {
  return evaluateTo(expression, context, (typed) =>
    typeof typed.value === 'boolean' ? done(typed.value) : unexpected(expression, `'BOOLEAN'`, typed),
  );
}

/** Job retries: a number, cut to an integer. */
export function evaluateInteger(expression: Expression, context: ExpressionContext): Evaluated<number> {
  return evaluateTo(expression, context, (typed) =>
    typeof typed.value === 'number' ? done(Math.trunc(typed.value)) : unexpected(expression, `'NUMBER'`, typed),
  );
}

/** A correlation key: a text, or a number, which is cut to an integer. */
export function evaluateCorrelationKey(expression: Expression, context: ExpressionContext): Evaluated<string> {
  return evaluateTo(expression, context, (typed) => {
    if (typeof typed.value === 'string') return done(typed.value);
    if (typeof typed.value === 'number') return done(String(Math.trunc(typed.value)));
    return failed(
      `Failed to extract the correlation key for '${expressionText(expression)}': ` +
        `The value must be either a string or a number, but was '${resultTypeOf(typed.value)}'.${describeWarnings(typed.warnings)}`,
    );
  });
}

/** The input collection of a multi-instance activity. */
export function evaluateList(expression: Expression, context: ExpressionContext): Evaluated<readonly unknown[]> {
  const result = expression.evaluate(context);
  if (!result.ok || Array.isArray(result.value)) return result as Evaluated<readonly unknown[]>;
  return unexpected(expression, `'ARRAY'`, result);
}

/** Candidate groups and users: a list of texts. */
export function evaluateStringList(expression: Expression, context: ExpressionContext): Evaluated<string[]> {
  if (expression.isStatic) return done(splitStaticList(expression.source));
  return evaluateTo(expression, context, (typed) => {
    const { value } = typed;
    if (!Array.isArray(value)) return unexpected(expression, `'ARRAY'`, typed);
    if (value.every((item) => typeof item === 'string')) return done(value);
    return failed(
      `Expected result of the expression '${expressionText(expression)}' to be 'ARRAY' containing 'STRING' items, ` +
        `but was 'ARRAY' containing at least one non-'STRING' item.`,
    );
  });
}

/** When a timer given by date is due, milliseconds since 1970. */
export function evaluateDateTime(expression: Expression, context: ExpressionContext): Evaluated<number> {
  return evaluateTo(expression, context, (typed) => {
    if (typed.value instanceof FeelDateTime) return done(dateTimeToMillis(typed.value));
    if (typeof typed.value !== 'string') return unexpected(expression, `one of '[DATE_TIME, STRING]'`, typed);
    const millis = findIsoDateTime(typed.value);
    return millis === undefined ? invalidFormat('date-time', typed.value, expression) : done(millis);
  });
}

/**
 * Due and follow-up dates of user tasks: the text for the job's header; undefined when the expression gives null or an
 * empty text, which Zeebe takes as "no date".
 */
export function evaluateDateTimeText(
  expression: Expression,
  context: ExpressionContext,
): Evaluated<string | undefined> {
  return evaluateTo<string | undefined>(expression, context, (typed) => {
    const { value } = typed;
    if (value === null || value === '') return done(undefined);
    if (value instanceof FeelDateTime) return done(findTemporalText(value));
    if (typeof value !== 'string') return unexpected(expression, `one of '[DATE_TIME, STRING]'`, typed);
    if (findIsoDateTime(value) === undefined) return invalidFormat('date-time', value, expression);
    return done(value.replace(/(T\d{2}:\d{2}):00(?=Z|[+-])/, '$1'));
  });
}

/** When a timer given by duration is due, milliseconds since 1970, counted from the context's clock. */
export function evaluateDurationFrom(
  expression: Expression,
  context: ExpressionContext,
  from: number,
): Evaluated<number> {
  const duration = evaluateDuration(expression, context);
  return duration.ok ? done(addDuration(from, duration.value)) : duration;
}

export function evaluateDuration(expression: Expression, context: ExpressionContext): Evaluated<Duration> {
  return evaluateTo(expression, context, (typed) => {
    const { value } = typed;
    const text = value instanceof FeelDuration ? value.iso : value;
    if (typeof text !== 'string') return unexpected(expression, `one of '[DURATION, PERIOD, STRING]'`, typed);
    const duration = findIsoDuration(text);
    return duration ? done(duration) : invalidFormat('duration', text, expression);
  });
}

/** A timer cycle: a repetition, or a cron text, which goes on for ever. */
export type Cycle = Repetition | { readonly repetitions: -1; readonly cron: Cron };

/** A timer cycle: `R3/PT10S`, `R/PT1H`, with a start date if stated; or a cron text. */
export function evaluateCycle(expression: Expression, context: ExpressionContext): Evaluated<Cycle> {
  return evaluateTo(expression, context, (typed) => {
    if (typeof typed.value !== 'string') return unexpected(expression, `'STRING'`, typed);
    const cycle = findCycle(typed.value);
    return cycle ? done(cycle) : failed(describeInvalidCycle(typed.value));
  });
}

/** Undefined when the text is no cycle that the engine can follow, a cron text that never fits among them. */
export function findCycle(text: string): Cycle | undefined {
  const repetition = findIsoRepetition(text);
  if (repetition) return repetition;
  const parsed = parseCron(text);
  return parsed.ok && findNextOfCron(parsed.cron, 0) !== undefined ? { repetitions: -1, cron: parsed.cron } : undefined;
}

/** When a cycle's timer is due at first: at its start date while that is to come, else one interval from now. */
export function firstDueDateOfCycle(cycle: Cycle, now: number): number {
  if ('cron' in cycle) return nextOfCron(cycle.cron, now);
  if (cycle.start !== undefined && cycle.start > now) return cycle.start;
  return addDuration(now, cycle.interval);
}

/** When it is due again: one interval after it was due, so that it does not drift; from now where that is over too. */
export function nextDueDateOfCycle(cycle: Cycle, dueDate: number, now: number): number {
  if ('cron' in cycle) return nextOfCron(cycle.cron, now);
  const next = addDuration(dueDate, cycle.interval);
  return next > now ? next : addDuration(now, cycle.interval);
}

function nextOfCron(cron: Cron, from: number): number {
  const next = findNextOfCron(cron, from);
  if (next === undefined) throw new Error('Expected the cron text to fit again');
  return next;
}

/** Zeebe's words for a text that is no cycle. */
export function describeInvalidCycle(text: string): string {
  if (text.startsWith('R')) {
    const parts = text.split('/');
    const start = parts.length > 2 ? parts[1] : undefined;
    if (start !== undefined && findIsoDateTime(start) === undefined)
      return `Text '${start}' could not be parsed at index 0`;
    return 'Text cannot be parsed to a Period';
  }
  const parsed = parseCron(text);
  return parsed.ok ? `Cron expression that never fits: '${text}'` : parsed.problem;
}

interface Typed {
  readonly value: unknown;
  readonly warnings: readonly string[];
}

function evaluateTo<T>(
  expression: Expression,
  context: ExpressionContext,
  read: (typed: Typed) => Evaluated<T>,
): Evaluated<T> {
  const result = expression.evaluateTyped(context);
  return result.ok ? read(result) : result;
}

function done<T>(value: T): Evaluated<T> {
  return { ok: true, value };
}

function failed(failure: string): { ok: false; failure: string } {
  return { ok: false, failure };
}

function unexpected(expression: Expression, expected: string, typed: Typed): { ok: false; failure: string } {
  const actual: FeelResultType = resultTypeOf(typed.value);
  const text = expressionText(expression);
  return failed(
    `Expected result of the expression '${text}' to be ${expected}, but was '${actual}'.${describeWarnings(typed.warnings)}`,
  );
}

function invalidFormat(kind: string, text: string, expression: Expression): { ok: false; failure: string } {
  return failed(`Invalid ${kind} format '${text}' for expression '${expressionText(expression)}'.`);
}

/** `a, b` → ['a', 'b']; empty parts are left out. */
function splitStaticList(source: string): string[] {
  return source
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
