/**
 * FEEL text → closures, once. feelin parses; what processes use on their hot path (paths, literals, comparisons,
 * arithmetic, and/or, if, lists, contexts, calls) is compiled here with FEEL-Scala's answers and warnings; every other
 * node is evaluated by feelin's interpreter, which is slower because it parses its text each time.
 */
import { parseExpression } from 'feelin';
import type { EvaluationResult, ExpressionContext } from './expression.js';
import { compileNode } from './compile-node.js';
import { FeelRun, type Evaluator } from './feel-run.js';
import { functionNamesToDeclare } from './feel-functions.js';
import { hasInputValue, type FeelNode } from './feel-tree.js';
import { ItemWithoutInputValue, NoInputValue } from './input-value.js';

export type CompiledFeel =
  | { readonly ok: true; evaluate(context: ExpressionContext): EvaluationResult }
  | { readonly ok: false; readonly problem: string };

export function compileFeel(text: string): CompiledFeel {
  const parsed = parseFeel(text);
  if (!parsed.ok) return parsed;
  const { evaluator } = parsed;
  return {
    ok: true,
    evaluate(context) {
      const run = new FeelRun(context);
      const value = evaluator(run);
      const { failure } = run.outcome;
      if (failure === undefined) return { ok: true, value: value ?? null, warnings: run.warnings };
      return { ok: false, failure: `${describeFailure(text, failure)}${describeWarnings(run.warnings)}` };
    },
  };
}

/** What a decision makes of FEEL: a value, temporal ones as feelin's objects, or the failure without warnings. */
export type FeelLogicResult<T = unknown> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: string };

/** FEEL in a decision model: no `=` before it. */
export interface FeelLogic {
  readonly text: string;
  evaluate(context: ExpressionContext): FeelLogicResult;
}

export function compileFeelLogic(
  text: string,
): { readonly ok: true; readonly logic: FeelLogic } | { readonly ok: false; readonly problem: string } {
  const parsed = parseFeel(text);
  if (!parsed.ok) return parsed;
  const { evaluator } = parsed;
  const evaluate = (context: ExpressionContext): FeelLogicResult => {
    const run = new FeelRun(context);
    const value = evaluator(run) ?? null;
    const { failure } = run.outcome;
    return failure === undefined ? { ok: true, value } : { ok: false, failure: describeFailure(text, failure) };
  };
  return { ok: true, logic: { text, evaluate } };
}

export function describeFailure(text: string, failure: string): string {
  return `Assertion failure on evaluate the expression '${text}': ${failure}`;
}

function parseFeel(
  text: string,
): { readonly ok: true; readonly evaluator: Evaluator } | { readonly ok: false; readonly problem: string } {
  const root = parseExpression(text, functionNamesToDeclare, 'camunda').topNode;
  const problem = findSyntaxProblem(root, text);
  if (problem !== undefined) return { ok: false, problem };
  const evaluator = compileNode(root, text);
  return { ok: true, evaluator: hasInputValue(root) ? failingWithoutInput(evaluator) : evaluator };
}

/** `?` where nothing is tested. */
function failingWithoutInput(evaluator: Evaluator): Evaluator {
  return (run) => {
    try {
      return evaluator(run);
    } catch (error) {
      if (!(error instanceof NoInputValue) && !(error instanceof ItemWithoutInputValue)) throw error;
      run.fail('No input value found.');
      return null;
    }
  };
}

/** The tail of Zeebe's messages: nothing, or the warnings one per line. */
export function describeWarnings(warnings: readonly string[]): string {
  if (warnings.length === 0) return '';
  return ` The evaluation reported the following warnings:\n${warnings.join('\n')}`;
}

/** What FEEL-Scala would have to say of the text; undefined when it is FEEL. */
export function findSyntaxProblem(root: FeelNode, text: string): string | undefined {
  const errorAt = findSyntaxError(root, text);
  return errorAt === undefined ? undefined : describeSyntaxError(text, errorAt);
}

/** Where FEEL-Scala would stop reading. */
function findSyntaxError(root: FeelNode, text: string): number | undefined {
  let position: number | undefined;
  const visit = (node: FeelNode): void => {
    if (position !== undefined) return;
    if (node.type.isError) position = node.from;
    else if (node.name === 'VariableName') position = spaceInName(node);
    else if (node.name === 'NumericLiteral') position = exponentInNumber(node, text);
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };
  visit(root);
  return position;
}

/** Names of variables have no spaces in FEEL-Scala; names of functions may. */
function spaceInName(node: FeelNode): number | undefined {
  if (node.parent?.name === 'FunctionInvocation' && node.prevSibling === null) return undefined;
  if (node.parent?.name === 'QualifiedName') return undefined;
  const second = node.firstChild?.nextSibling;
  return second?.from;
}

function exponentInNumber(node: FeelNode, text: string): number | undefined {
  const at = text.slice(node.from, node.to).search(/e/i);
  return at === -1 ? undefined : node.from + at;
}

export function describeSyntaxError(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  const column = (lines.at(-1) ?? '').length + 1;
  const rest = text.slice(position, position + 10);
  const found = rest === '' ? 'end-of-input' : `"${rest}"`;
  return `Expected a valid FEEL expression:${lines.length}:${column}, found ${found}`;
}
