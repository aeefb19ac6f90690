import { compileStaticText, isFeelSource } from '../../feel/compile-expression.js';
import type { Expression, ExpressionContext } from '../../feel/expression.js';
import { resultTypeOf } from '../../feel/value.js';
import type { ModdleElement } from '../moddle.js';
import type { TransformContext } from './context.js';

/** What an expression sees at deployment. */
export const NO_VARIABLES: ExpressionContext = { get: () => undefined, has: () => false, names: () => [] };

/** The name that a process's start event waits for, computed at deployment: there are no variables yet. */
export function constantName(
  startEvent: ModdleElement,
  what: 'message' | 'signal',
  name: Expression,
  context: TransformContext,
): Expression {
  const result = name.evaluateTyped(NO_VARIABLES);
  const value = result.ok ? result.value : null;
  if (typeof value === 'string' && !isFeelSource(value)) return compileStaticText(value);
  const found = resultTypeOf(value);
  const problem = `Expected constant expression of type String for ${what} name '${name.source}', but was ${found}`;
  context.report(startEvent, problem);
  return name;
}
