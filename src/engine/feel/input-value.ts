/**
 * `?` in a unary test. FEEL-Scala evaluates a test without the value first and, where that fails for want of it, again
 * with the value; only what the first pass answers in spite of it is compared with the value. So some tests that look
 * right never match (`list contains([1, 2], ?)`): as on Zeebe.
 */
import type { Evaluator } from './feel-run.js';
import { childrenOf, INPUT_VALUE, nameOf, type FeelNode } from './feel-tree.js';

/** There is no value to test: the test is to be evaluated again, with the value. */
export class NoInputValue extends Error {
  override name = 'NoInputValue';
}

/** A list or context was to hold the value that is not there: such a test never matches. */
export class ItemWithoutInputValue extends Error {
  override name = 'ItemWithoutInputValue';
}

/** What functions answer that do not mind that their argument is an error. */
const ANSWERS_WITHOUT_INPUT: Readonly<Record<string, unknown>> = {
  'is defined': true,
  'list contains': false,
  'index of': [],
  string: 'No input value found.',
  sum: null,
  min: null,
  max: null,
  append: [NoInputValue.name],
};

/** Makes a node that has `?` in it behave as FEEL-Scala's does while there is no value. */
export function withInputValue(node: FeelNode, text: string, evaluator: Evaluator): Evaluator {
  if (node.name === INPUT_VALUE) {
    return (run) => {
      if (run.context.has(INPUT_VALUE)) return run.context.get(INPUT_VALUE);
      throw new NoInputValue();
    };
  }
  if (node.name === 'List' || node.name === 'Context') {
    return insteadOf(NoInputValue, evaluator, () => {
      throw new ItemWithoutInputValue();
    });
  }
  if (isInWithInputValue(node)) return (run) => (run.context.has(INPUT_VALUE) ? evaluator(run) : null);
  if (node.name === 'FunctionInvocation') return withoutInput(node, text, evaluator);
  return isInterpreted(node)
    ? (run) => {
        if (!run.context.has(INPUT_VALUE)) throw new NoInputValue();
        return evaluator(run);
      }
    : evaluator;
}

function withoutInput(node: FeelNode, text: string, evaluator: Evaluator): Evaluator {
  const callee = node.firstChild;
  const name = callee ? nameOf(callee, text) : '';
  const answer = ANSWERS_WITHOUT_INPUT[name];
  const called = answer === undefined ? evaluator : insteadOf(NoInputValue, evaluator, () => answer);
  return insteadOf(ItemWithoutInputValue, called, () => null);
}

/** `1 in ?` is null without the value. */
function isInWithInputValue(node: FeelNode): boolean {
  const children = childrenOf(node);
  const at = children.findIndex((child) => child.name === 'in');
  if (node.name !== 'Comparison' || at === -1) return false;
  const right = children[at + 1];
  return right?.name === INPUT_VALUE || (right?.firstChild?.name === INPUT_VALUE && right.firstChild.to === right.to);
}

/** Nodes that feelin evaluates by itself: it would take the missing value for null. */
function isInterpreted(node: FeelNode): boolean {
  if (node.name === 'Comparison') return childrenOf(node)[1]?.name !== 'CompareOp';
  return ['QuantifiedExpression', 'ForExpression', 'FilterExpression', 'InstanceOfExpression', 'InExpression'].includes(
    node.name,
  );
}

function insteadOf(
  problem: typeof NoInputValue | typeof ItemWithoutInputValue,
  evaluator: Evaluator,
  answer: () => unknown,
): Evaluator {
  return (run) => {
    try {
      return evaluator(run);
    } catch (error) {
      if (error instanceof problem) return answer();
      throw error;
    }
  };
}
