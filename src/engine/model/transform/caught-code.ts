import { compileExpression, isFeelSource } from '../../feel/compile-expression.js';
import type { Expression } from '../../feel/expression.js';
import { findElement, findText, type ModdleElement } from '../moddle.js';
import type { TransformContext } from './context.js';

/** The code that an error or escalation event catches; undefined, for all, without a reference or with one that has no code. */
export function caughtCode(
  definition: ModdleElement,
  what: 'error' | 'escalation',
  context: TransformContext,
): Expression | undefined {
  const caught = findElement(definition, `${what}Ref`);
  const code = caught && findText(caught, `${what}Code`);
  if (!code) return undefined;
  if (!isFeelSource(code)) return compileExpression(code);
  context.report(definition, `The ${what}Code of the ${what} catch event is not allowed to be an expression`);
  return undefined;
}
