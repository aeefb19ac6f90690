import { compileFeel } from './compile-feel.js';
import type { EvaluationResult, Expression, ExpressionContext } from './expression.js';
import { toPlainJson } from './value.js';

/** The text after `=` is no FEEL; the message is Zeebe's: `failed to parse expression '…': …`. */
export class ExpressionSyntaxError extends Error {
  override name = 'ExpressionSyntaxError';
}

/**
 * Compiles a text of the model: FEEL when it starts with `=`, else a static text (a number when it reads as one).
 * @throws ExpressionSyntaxError
 */
export function compileExpression(source: string): Expression {
  return isFeelSource(source) ? feelExpression(source) : staticExpression(source);
}

/** A lone `=` is static in Zeebe. */
export function isFeelSource(source: string): boolean {
  return source.length > 1 && source.startsWith('=');
}

/** The text that Zeebe's messages name: without the `=`. */
export function expressionText(expression: Expression): string {
  return expression.isStatic ? expression.source : expression.source.slice(1);
}

function staticExpression(source: string): Expression {
  return constantExpression(source, /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(source) ? Number(source) : source);
}

/** A static text that stays a text, even when it reads as a number. */
export function compileStaticText(source: string): Expression {
  return constantExpression(source, source);
}

function constantExpression(source: string, value: string | number): Expression {
  const result: EvaluationResult = { ok: true, value, warnings: [] };
  return { source, isStatic: true, evaluate: () => result, evaluateTyped: () => result };
}

function feelExpression(source: string): Expression {
  const text = source.slice(1);
  const compiled = compileFeel(text);
  if (!compiled.ok) throw new ExpressionSyntaxError(`failed to parse expression '${text}': ${compiled.problem}`);
  const evaluateTyped = (context: ExpressionContext): EvaluationResult => compiled.evaluate(context);
  const evaluate = (context: ExpressionContext): EvaluationResult => {
    const result = evaluateTyped(context);
    return result.ok ? { ok: true, value: toPlainJson(result.value), warnings: result.warnings } : result;
  };
  return { source, isStatic: false, evaluate, evaluateTyped };
}
