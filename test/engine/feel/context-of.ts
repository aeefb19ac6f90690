import type { ExpressionContext } from '../../../src/engine/feel/expression.js';

/** A context over plain variables. */
export function contextOf(variables: Readonly<Record<string, unknown>>): ExpressionContext {
  return {
    get: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    has: (name) => Object.hasOwn(variables, name),
    names: () => Object.keys(variables),
  };
}
