/** Values in the texts of failures and in records, as Zeebe prints them. */
import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { toPlainJson } from '../feel/value.js';
import { inImmutableMapOrder } from './scala-order.js';

/** `"a"`, `1`, `{a:1}`, `P1D`, `null`. */
export function describeFound(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'function') return 'null';
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return `[${value.map(describeFound).join(', ')}]`;
  if (value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime) return value.iso;
  if (value instanceof FeelDuration) return value.iso;
  if (!isContext(value)) return typeof value === 'object' ? 'null' : String(value);
  const entries = inImmutableMapOrder(Object.keys(value)).map((key) => `${key}:${describeFound(value[key])}`);
  return `{${entries.join(', ')}}`;
}

/** `List(Map(r -> "a"), Map(r -> "b"))`: the outputs of rules. */
export function describeOutputs(outputs: readonly ReadonlyMap<string, unknown>[]): string {
  const maps = outputs.map((output) => {
    const keys = inImmutableMapOrder([...output.keys()]);
    const entries = keys.map((key) => `${key} -> ${describeFound(output.get(key))}`);
    return `${keys.length > 4 ? 'HashMap' : 'Map'}(${entries.join(', ')})`;
  });
  return `List(${maps.join(', ')})`;
}

/** The JSON text of a value in records and answers. */
export function toJsonText(value: unknown): string {
  return JSON.stringify(toDecisionJson(value));
}

/** Plain JSON, contexts in the order in which Zeebe writes them. */
export function toDecisionJson(value: unknown): unknown {
  return ordered(toPlainJson(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isContext(value)) return value;
  return Object.fromEntries(inImmutableMapOrder(Object.keys(value)).map((key) => [key, ordered(value[key])]));
}

function isContext(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
