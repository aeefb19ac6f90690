/** The tests of a decision table's cells: `> 5`, `[1..3]`, `"a", "b"`, `not(…)`, `? > 1`, `-`. */
import { parseUnaryTests } from 'feelin';
import { describeFailure, describeSyntaxError, findSyntaxProblem, type FeelLogicResult } from './compile-feel.js';
import { compileNode } from './compile-node.js';
import type { ExpressionContext } from './expression.js';
import { comparisons } from './feel-operators.js';
import { functionNamesToDeclare } from './feel-functions.js';
import { FeelRun, type Evaluator } from './feel-run.js';
import { childrenOf, INPUT_VALUE, textOf, type FeelNode } from './feel-tree.js';
import { ItemWithoutInputValue, NoInputValue } from './input-value.js';

export interface UnaryTests {
  readonly text: string;
  /** Whether the value passes; anything but a clear yes is a no. */
  matches(value: unknown, context: ExpressionContext): FeelLogicResult<boolean>;
}

export type CompiledUnaryTests =
  { readonly ok: true; readonly tests: UnaryTests } | { readonly ok: false; readonly problem: string };

/** True, false, or null where FEEL cannot tell. */
type Test = (input: unknown, run: FeelRun) => boolean | null;

const MATCH_ANY: UnaryTests = { text: '-', matches: () => ({ ok: true, value: true }) };

/** Text of a cell → tests. An empty one and `-` pass every value. */
export function compileUnaryTests(text: string): CompiledUnaryTests {
  if (text.trim() === '' || text.trim() === '-') return { ok: true, tests: { ...MATCH_ANY, text } };
  const root = parseUnaryTests(text, functionNamesToDeclare, 'camunda').topNode;
  const problem = findSyntaxProblem(root, text) ?? findUnknownOperator(root, text);
  if (problem !== undefined) return { ok: false, problem };
  // By itself `true` is a value; in a list or `not(…)` it is an expression that is always true.
  const test = text.trim() === 'true' ? isTrue : compileTests(childrenOf(root), text);
  const matches = (value: unknown, context: ExpressionContext): FeelLogicResult<boolean> => {
    const run = new FeelRun(context);
    const passes = test(value, run) === true;
    const { failure } = run.outcome;
    return failure === undefined ? { ok: true, value: passes } : { ok: false, failure: describeFailure(text, failure) };
  };
  return { ok: true, tests: { text, matches } };
}

/** feelin also takes `= 3`, `!= 3` and `>> 3`. */
function findUnknownOperator(node: FeelNode, text: string): string | undefined {
  if (node.name === 'SimplePositiveUnaryTest') {
    const [operator, operand] = childrenOf(node);
    const isKnown = operator?.name !== 'CompareOp' || ['<', '<=', '>', '>='].includes(textOf(operator, text));
    if (!isKnown || operand?.name === 'SimplePositiveUnaryTest') return describeSyntaxError(text, node.from);
  }
  for (const child of childrenOf(node)) {
    const problem = findUnknownOperator(child, text);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function compileTests(children: readonly FeelNode[], text: string): Test {
  const [first] = children;
  if (first?.name === 'not') {
    const positive = compileTests(children.slice(2, -1), text);
    return (input, run) => {
      const passes = positive(input, run);
      return passes === null ? null : !passes;
    };
  }
  const tests = children
    .flatMap((child) => (child.name === 'PositiveUnaryTests' ? childrenOf(child) : [child]))
    .map((child) => compileTest(child, text));
  const [only] = tests;
  return tests.length === 1 && only ? only : atLeastOne(tests);
}

function atLeastOne(tests: readonly Test[]): Test {
  return (input, run) => {
    let result: boolean | null = false;
    for (const test of tests) {
      const passes = test(input, run);
      if (passes === true) return true;
      if (passes === null) result = null;
    }
    return result;
  };
}

function compileTest(positive: FeelNode, text: string): Test {
  const [inner] = childrenOf(positive);
  if (!inner) return () => false;
  if (inner.name !== 'SimplePositiveUnaryTest') return compileExpressionTest(compileNode(inner, text));
  const [operator, operand] = childrenOf(inner);
  if (operator?.name === 'Interval') return compileInterval(childrenOf(operator), text);
  const compare = operator && comparisons[textOf(operator, text)];
  if (!compare || !operand) return () => null;
  const evaluate = compileNode(operand, text);
  return (input, run) => asTruth(compare(input, evaluate(run) ?? null, run.warn));
}

function compileInterval([open, start, , end, close]: readonly FeelNode[], text: string): Test {
  if (!open || !start || !end || !close) return () => null;
  const fromStart = comparisons[textOf(open, text) === '[' ? '>=' : '>'];
  const toEnd = comparisons[textOf(close, text) === ']' ? '<=' : '<'];
  const [evaluateStart, evaluateEnd] = [compileNode(start, text), compileNode(end, text)];
  if (!fromStart || !toEnd) return () => null;
  return (input, run) => {
    const [from, to] = [evaluateStart(run) ?? null, evaluateEnd(run) ?? null];
    if (input === null || from === null || to === null) return false;
    const [isAfter, isBefore] = [asTruth(fromStart(input, from, run.warn)), asTruth(toEnd(input, to, run.warn))];
    return isAfter === null || isBefore === null ? null : isAfter && isBefore;
  };
}

/** Passes when the expression is true, holds the value, or is the value. */
function compileExpressionTest(evaluate: Evaluator): Test {
  return (input, run) => {
    try {
      return compareWithInput(evaluate(run) ?? null, input, run);
    } catch (error) {
      if (error instanceof ItemWithoutInputValue) return null;
      if (!(error instanceof NoInputValue)) throw error;
      return asTruth(evaluate(run.withLocals(new Map([[INPUT_VALUE, input]]))));
    }
  };
}

function compareWithInput(value: unknown, input: unknown, run: FeelRun): boolean | null {
  if (value === true) return true;
  const isSame = (item: unknown): boolean => comparisons['=']?.(input, item ?? null, run.warn) === true;
  if (Array.isArray(value)) return value.some(isSame) || isSame(value);
  return asTruth(comparisons['=']?.(input, value, run.warn));
}

function isTrue(input: unknown): boolean {
  return input === true;
}

function asTruth(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
