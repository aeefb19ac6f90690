/**
 * The functions an expression may call: those of FEEL-Scala that feelin lacks or that need the engine's clock, then
 * feelin's own.
 */
import { evaluate, FeelDuration, parseDate, parseDateTime } from 'feelin';
import { DateTime } from 'luxon';

/** What a function may ask of the evaluation that calls it. */
export interface CallContext {
  now(): number;
  warn(warning: string): void;
  /** Makes the whole evaluation a failure (FEEL-Scala's `assert`). */
  fail(message: string): void;
}

export type FeelFunctionBody = (args: readonly unknown[], call: CallContext) => unknown;

type FeelinFunction = (...args: unknown[]) => unknown;

const own: Readonly<Record<string, FeelFunctionBody>> = {
  'is defined': ([value]) => value !== null && value !== undefined,
  'get or else': ([value, otherwise]) => value ?? otherwise ?? null,
  assert: ([value, condition, message], call) => {
    if (condition === true) return value;
    const cause = typeof message === 'string' ? message : 'The condition is not fulfilled';
    call.warn(`[ASSERT_FAILURE] ${cause}`);
    call.fail(cause);
    return null;
  },
  cycle: ([first, second]) => {
    const [repetitions, interval] = second === undefined ? ['', first] : [first, second];
    return interval instanceof FeelDuration ? `R${String(repetitions)}/${interval.iso}` : null;
  },
  'round half up': ([value, scale]) =>
    typeof value === 'number' && typeof scale === 'number' ? roundHalfUp(value, scale) : null,
  'date and time': callThroughSyntax('date and time'),
  'years and months duration': callThroughSyntax('years and months duration'),
  now: (_args, call) => nowInSystemZone(call.now()),
  today: (_args, call) => parseDate(systemTime(call.now()).toFormat('yyyy-MM-dd')),
};

/** feelin knows these by its grammar only, not as values. */
function callThroughSyntax(name: string): FeelFunctionBody {
  return (args, call) => {
    const names = args.map((_arg, index) => `arg${index}`);
    const context = Object.fromEntries(names.map((arg, index) => [arg, args[index]]));
    const result = evaluate(`${name}(${names.join(', ')})`, context, 'camunda');
    for (const { message } of result.warnings) {
      call.warn(`[FUNCTION_INVOCATION_FAILURE] Failed to invoke function '${name}': ${message}`);
    }
    return result.value;
  };
}

/** On the decimal digits, away from zero: 1.255 to two digits is 1.26 though its binary form is below. */
function roundHalfUp(value: number, scale: number): number {
  const rounded = Number(`${Math.round(Number(`${Math.abs(value)}e${scale}`))}e${-scale}`);
  return Number.isNaN(rounded) ? value : Math.sign(value) * rounded;
}

/** Names with FEEL's reserved words in them: the parser must know these beforehand. */
export const functionNamesToDeclare: Readonly<Record<string, unknown>> = { 'get or else': () => null };

const found = new Map<string, FeelFunctionBody | undefined>();

/** Undefined when there is no function of the name. */
export function findFunction(name: string): FeelFunctionBody | undefined {
  const ownBody = Object.hasOwn(own, name) ? own[name] : undefined;
  if (ownBody) return ownBody;
  if (!found.has(name)) found.set(name, findFeelinFunction(name));
  return found.get(name);
}

/** The own functions in the form that feelin takes in its context. */
export function ownFunctionsForFeelin(call: CallContext): Record<string, FeelinFunction> {
  const wrap = (body: FeelFunctionBody, args: string[]): FeelinFunction =>
    Object.assign((...values: unknown[]) => body(values, call), { $args: args });
  return {
    'is defined': wrap(own['is defined']!, ['value']),
    'get or else': wrap(own['get or else']!, ['value', 'default']),
    assert: wrap(own['assert']!, ['value', 'condition', 'cause']),
    cycle: wrap(own['cycle']!, ['repetitions', 'interval']),
    now: wrap(own['now']!, []),
    today: wrap(own['today']!, []),
  };
}

function findFeelinFunction(name: string): FeelFunctionBody | undefined {
  const body: unknown = evaluate(name, {}, 'camunda').value;
  if (typeof body !== 'function') return undefined;
  return (args, call) => withoutFailure(name, (body as FeelinFunction)(...args), call);
}

/** feelin's functions answer a failure object, which is null with a warning. */
function withoutFailure(name: string, result: unknown, call: CallContext): unknown {
  if (!isInvocationFailure(result)) return result;
  const entries = Object.entries(result.values);
  const message = entries.reduce(
    (text, [key, value]) => text.replace(`{${key}}`, `'${String(value)}'`),
    result.template,
  );
  call.warn(`[FUNCTION_INVOCATION_FAILURE] Failed to invoke function '${name}': ${message}`);
  return null;
}

interface InvocationFailure {
  template: string;
  values: Record<string, unknown>;
}

function isInvocationFailure(value: unknown): value is InvocationFailure {
  return typeof value === 'object' && value !== null && 'warning' in value && 'template' in value && 'values' in value;
}

function systemTime(millis: number): DateTime {
  return DateTime.fromMillis(millis);
}

function nowInSystemZone(millis: number): unknown {
  const time = systemTime(millis);
  const zone = time.zoneName ?? 'UTC';
  const wall = time.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS");
  return parseDateTime(`${wall}${zone === 'UTC' ? 'Z' : `@${zone}`}`);
}
