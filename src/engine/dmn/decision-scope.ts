import type { ExpressionContext } from '../feel/expression.js';

/** The context with some names over it. */
export function withNames(outer: ExpressionContext, names: ReadonlyMap<string, unknown>): ExpressionContext {
  if (names.size === 0) return outer;
  return {
    get: (name) => (names.has(name) ? names.get(name) : outer.get(name)),
    has: (name) => names.has(name) || outer.has(name),
    names: () => new Set([...outer.names(), ...names.keys()]),
    now: () => outer.now?.() ?? Date.now(),
  };
}
