import type { ExpressionContext } from '../../../feel/expression.js';
import { VariableScope } from '../../../state/variable-scope.js';
import type { ProcessingContext } from '../../processing-context.js';

/** Variables seen from the scope and the command's time, for expressions. */
export function expressionContext(work: ProcessingContext, scopeKey: number): ExpressionContext {
  const scope = new VariableScope(work.state, scopeKey);
  return {
    get: (name) => scope.get(name),
    has: (name) => scope.has(name),
    names: () => scope.names(),
    now: () => work.now,
  };
}
