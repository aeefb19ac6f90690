import { evaluate } from 'feelin';
import { arithmetics, asBoolean, comparisons, isPlainObject, isTemporal, negate } from './feel-operators.js';
import { findFunction, ownFunctionsForFeelin } from './feel-functions.js';
import { FeelRun, type Evaluator } from './feel-run.js';
import { childrenOf, hasInputValue, nameOf, textOf, variableNamesIn, type FeelNode } from './feel-tree.js';
import { withInputValue } from './input-value.js';
import { describeValue } from './value.js';

type Compile = (node: FeelNode, children: FeelNode[], text: string) => Evaluator | undefined;

/** Nodes compiled here; a compiler answers undefined for a form of the node that it leaves to feelin. */
const compilers: Readonly<Record<string, Compile>> = {
  Expression: (_node, [inner], text) => (inner ? compileNode(inner, text) : undefined),
  ParenthesizedExpression: (_node, [, inner], text) => (inner ? compileNode(inner, text) : undefined),
  NumericLiteral: (node, _children, text) => constant(evaluate(textOf(node, text)).value),
  StringLiteral: (node, _children, text) => constant(evaluate(textOf(node, text)).value),
  BooleanLiteral: (node, _children, text) => constant(textOf(node, text) === 'true'),
  null: () => constant(null),
  VariableName: compileVariable,
  PathExpression: compilePath,
  Comparison: compileComparison,
  ArithmeticExpression: compileArithmetic,
  Conjunction: compileConjunction,
  Disjunction: compileDisjunction,
  IfExpression: compileIf,
  List: compileList,
  Context: compileContext,
  FunctionInvocation: compileCall,
  DateTimeLiteral: compileDateTimeLiteral,
};

export function compileNode(node: FeelNode, text: string): Evaluator {
  const evaluator = compilers[node.name]?.(node, childrenOf(node), text) ?? interpret(node, text);
  return hasInputValue(node) ? withInputValue(node, text, evaluator) : evaluator;
}

function constant(value: unknown): Evaluator {
  return () => value;
}

function compileVariable(node: FeelNode, _children: FeelNode[], text: string): Evaluator {
  const name = nameOf(node, text);
  return (run) => {
    const value = run.context.get(name);
    if (value !== undefined) return value;
    if (!run.context.has(name)) run.warn(`[NO_VARIABLE_FOUND] No variable found with name '${name}'`);
    return null;
  };
}

function compilePath(_node: FeelNode, [target, , property]: FeelNode[], text: string): Evaluator | undefined {
  if (!target || !property) return undefined;
  const evaluateTarget = compileNode(target, text);
  const name = nameOf(property, text);
  const head = headVariableOf(target, text);
  return (run) => {
    const value = evaluateTarget(run);
    // FEEL-Scala reads `a.b.c` as one reference: without `a` it says so once and stops.
    if (value === null && head !== undefined && !run.context.has(head)) return null;
    return Array.isArray(value) ? value.map((item) => readProperty(item, name, run)) : readProperty(value, name, run);
  };
}

function headVariableOf(node: FeelNode, text: string): string | undefined {
  if (node.name === 'VariableName') return nameOf(node, text);
  const target = node.name === 'PathExpression' ? node.firstChild : null;
  return target ? headVariableOf(target, text) : undefined;
}

function readProperty(target: unknown, name: string, run: FeelRun): unknown {
  if (isPlainObject(target)) {
    if (Object.hasOwn(target, name)) return target[name] ?? null;
    const keys = Object.keys(target).map((key) => `'${key}'`);
    const available = keys.length > 0 ? `Available keys: ${keys.join(', ')}` : 'The context is empty';
    run.warn(`[NO_CONTEXT_ENTRY_FOUND] No context entry found with key '${name}'. ${available}`);
    return null;
  }
  if (target === null || target === undefined) {
    run.warn(`[NO_CONTEXT_ENTRY_FOUND] No context entry found with key '${name}'. The context is null`);
    return null;
  }
  if (isTemporal(target)) return evaluate(`target.${name}`, { target }).value ?? null;
  const problem = `No property found with name '${name}' of value '${describeValue(target)}'. Available properties: `;
  run.warn(`[NO_PROPERTY_FOUND] ${problem}`);
  return null;
}

function compileComparison(_node: FeelNode, children: FeelNode[], text: string): Evaluator | undefined {
  const [left, operator, right] = children;
  if (operator?.name === 'between') return compileWithin(children, text);
  const interval = operator?.name === 'in' && right ? findInterval(right) : undefined;
  if (left && operator && interval) return compileWithin([left, operator, interval], text);
  if (!left || !right || children.length !== 3 || operator?.name !== 'CompareOp') return undefined;
  return compileBinary(comparisons[textOf(operator, text)], left, right, text);
}

/** `[1..3]` as the only thing to be in. */
function findInterval(node: FeelNode): FeelNode | undefined {
  if (node.name === 'Interval') return node;
  const [only, more] = childrenOf(node);
  return only && !more && node.name.endsWith('PositiveUnaryTest') ? findInterval(only) : undefined;
}

/** `x between 1 and 2`, `x in [1..2)`: feelin would also compare values of different types. */
function compileWithin([value, operator, ...bounds]: FeelNode[], text: string): Evaluator | undefined {
  const isBetween = operator?.name === 'between';
  const inner = isBetween || !bounds[0] ? [undefined, ...bounds] : childrenOf(bounds[0]);
  const [open, start, , end, close] = inner;
  const from = comparisons[isBetween || (open && textOf(open, text) === '[') ? '>=' : '>'];
  const to = comparisons[isBetween || (close && textOf(close, text) === ']') ? '<=' : '<'];
  if (!value || !start || !end || !from || !to) return undefined;
  const [evaluate, evaluateStart, evaluateEnd] = [value, start, end].map((node) => compileNode(node, text));
  if (!evaluate || !evaluateStart || !evaluateEnd) return undefined;
  return (run) => {
    const tested = evaluate(run) ?? null;
    const isAfter = from(tested, evaluateStart(run) ?? null, run.warn);
    const isBefore = to(tested, evaluateEnd(run) ?? null, run.warn);
    if (isAfter === false || isBefore === false) return false;
    return isAfter === null || isBefore === null ? null : true;
  };
}

function compileArithmetic(_node: FeelNode, children: FeelNode[], text: string): Evaluator | undefined {
  const [left, operator, right] = children;
  if (children.length === 2 && left && operator) {
    const operand = compileNode(operator, text);
    return (run) => negate(operand(run), run.warn);
  }
  if (!left || !right || !operator) return undefined;
  return compileBinary(arithmetics[textOf(operator, text)], left, right, text);
}

function compileBinary(
  operator: (typeof comparisons)[string] | undefined,
  left: FeelNode,
  right: FeelNode,
  text: string,
): Evaluator | undefined {
  if (!operator) return undefined;
  const evaluateLeft = compileNode(left, text);
  const evaluateRight = compileNode(right, text);
  return (run) => operator(evaluateLeft(run), evaluateRight(run), run.warn);
}

function compileConjunction(_node: FeelNode, children: FeelNode[], text: string): Evaluator | undefined {
  return compileJunction(children, text, false);
}

function compileDisjunction(_node: FeelNode, children: FeelNode[], text: string): Evaluator | undefined {
  return compileJunction(children, text, true);
}

/** FEEL's three-valued and/or: the deciding value wins from either side, else an unknown side makes it unknown. */
function compileJunction([left, , right]: FeelNode[], text: string, deciding: boolean): Evaluator | undefined {
  if (!left || !right) return undefined;
  const evaluateLeft = compileNode(left, text);
  const evaluateRight = compileNode(right, text);
  return (run) => {
    const first = asBoolean(evaluateLeft(run), run.warn);
    if (first === deciding) return deciding;
    const second = evaluateRight(run);
    if (second === deciding) return deciding;
    if (first === null) return null;
    return asBoolean(second, run.warn);
  };
}

function compileIf(_node: FeelNode, children: FeelNode[], text: string): Evaluator | undefined {
  const [, condition, , then, , otherwise] = children;
  if (!condition || !then || !otherwise) return undefined;
  const [test, whenTrue, whenFalse] = [condition, then, otherwise].map((child) => compileNode(child, text));
  if (!test || !whenTrue || !whenFalse) return undefined;
  return (run) => (asBoolean(test(run), run.warn) === true ? whenTrue(run) : whenFalse(run));
}

function compileList(_node: FeelNode, children: FeelNode[], text: string): Evaluator {
  const items = children.slice(1, -1).map((child) => compileNode(child, text));
  return (run) => items.map((item) => item(run) ?? null);
}

function compileContext(_node: FeelNode, children: FeelNode[], text: string): Evaluator | undefined {
  const entries = children.slice(1, -1).map((entry) => {
    const [key, value] = childrenOf(entry);
    return key && value ? ([nameOf(key, text), compileNode(value, text)] as const) : undefined;
  });
  if (!entries.every((entry) => entry !== undefined)) return undefined;
  return (run) => {
    const locals = new Map<string, unknown>();
    const inner = run.withLocals(locals);
    for (const [key, value] of entries) locals.set(key, value(inner) ?? null);
    return Object.fromEntries(locals);
  };
}

function compileCall(_node: FeelNode, [callee, , parameters]: FeelNode[], text: string): Evaluator | undefined {
  if (callee?.name !== 'VariableName' || parameters?.name !== 'PositionalParameters') return undefined;
  return compileCallOf(nameOf(callee, text), parameters, text);
}

/** `date("…")` and the like, or `@"…"`, whose value never changes. */
function compileDateTimeLiteral(node: FeelNode, [constructor, , parameters]: FeelNode[], text: string) {
  if (constructor?.name === 'AtLiteral') return constant(evaluate(textOf(node, text)).value);
  if (!constructor || parameters?.name !== 'PositionalParameters') return undefined;
  const call = compileCallOf(nameOf(constructor, text), parameters, text);
  if (!childrenOf(parameters).every((child) => child.name === 'StringLiteral')) return call;
  const folded = call?.(new FeelRun({ get: () => undefined, has: () => false, names: () => [] }));
  return folded === null || folded === undefined ? call : constant(folded);
}

function compileCallOf(name: string, parameters: FeelNode, text: string): Evaluator | undefined {
  const args = childrenOf(parameters).map((child) => compileNode(child, text));
  const body = findFunction(name);
  if (body)
    return (run) =>
      body(
        args.map((arg) => arg(run) ?? null),
        run,
      ) ?? null;
  return (run) => {
    const held = run.context.has(name) ? run.context.get(name) : undefined;
    if (typeof held === 'function') return (held as (...values: unknown[]) => unknown)(...args.map((arg) => arg(run)));
    run.warn(`[NO_FUNCTION_FOUND] No function found with name '${name}' and ${args.length} parameters`);
    return null;
  };
}

/** Leaves the node to feelin's interpreter, with just the variables that it names. */
function interpret(node: FeelNode, text: string): Evaluator {
  const source = textOf(node, text);
  const names = [...variableNamesIn(node, text)];
  return (run) => {
    const context: Record<string, unknown> = ownFunctionsForFeelin(run);
    for (const name of names) {
      const value = run.context.get(name);
      if (value !== undefined) context[name] = value;
    }
    const result = evaluate(source, context, 'camunda');
    for (const warning of result.warnings) run.warn(`[${warning.type}] ${inZeebeWords(warning.message)}`);
    return result.value ?? null;
  };
}

function inZeebeWords(message: string): string {
  return message.replace(/^Variable '(.*)' not found$/, "No variable found with name '$1'");
}
