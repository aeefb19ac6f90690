/** What a multi-instance body and the instances inside it read and write. */
import { evaluateBoolean, evaluateList } from '../../../feel/evaluate-as.js';
import type { ExpressionContext } from '../../../feel/expression.js';
import type { LoopCharacteristics, MultiInstanceElement } from '../../../model/executable.js';
import type { LoopState } from '../../../state/rows.js';
import type { ProcessingContext } from '../../processing-context.js';
import type { ElementContext, Failure } from '../element-processor.js';
import { expressionContext } from './expression-context.js';
import { setLocalVariables } from './variables.js';

type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

const LOOP_COUNTER = 'loopCounter';

/** The list, as it is seen from the scope. */
export function readInputCollection(
  work: ProcessingContext,
  { inputCollection }: LoopCharacteristics,
  scopeKey: number,
): Result<readonly unknown[]> {
  const items = evaluateList(inputCollection, expressionContext(work, scopeKey));
  return items.ok ? items : failed(items.failure, scopeKey);
}

/** An instance inside the body comes to be: its item and its number become variables of its own. */
export function prepareLoopInstance(
  work: ProcessingContext,
  context: ElementContext,
  loop: LoopCharacteristics,
): Failure | undefined {
  const loopCounter = counterOf(work, context);
  const items = readInputCollection(work, loop, context.key);
  if (!items.ok) return items.failure;
  if (loopCounter > items.value.length) {
    return extractFailure(
      `Expected to read item at index ${loopCounter - 1} of the multiInstanceBody input collection but it contains only ${items.value.length} elements. The input collection might be modified while iterating over it.`,
      context.key,
    );
  }
  const { inputElement, outputVariable } = loop;
  const variables: Record<string, unknown> = {};
  if (outputVariable !== undefined) variables[outputVariable] = null;
  if (inputElement !== undefined) variables[inputElement] = items.value[loopCounter - 1];
  variables[LOOP_COUNTER] = loopCounter;
  setLocalVariables(work, context.key, context.value, variables);
  return undefined;
}

/** An instance is about to complete: what it brings takes its place in the output collection. */
export function collectOutput(
  work: ProcessingContext,
  body: ElementContext<MultiInstanceElement>,
  child: ElementContext,
): Failure | undefined {
  const { outputCollection, outputElement } = body.element.characteristics;
  if (outputCollection === undefined || outputElement === undefined) return undefined;
  const output = outputElement.evaluate(expressionContext(work, child.key));
  if (!output.ok) return extractFailure(output.failure, child.key);
  const collected = work.state.variables.find(body.key, outputCollection)?.value;
  const position = counterOf(work, child);
  const problem = findCollectionProblem(outputCollection, collected, position);
  if (problem !== undefined) return extractFailure(problem, body.key);
  const changed = (collected as readonly unknown[]).with(position - 1, output.value);
  setLocalVariables(work, body.key, body.value, { [outputCollection]: changed });
  return undefined;
}

/** Whether the completion condition holds with the child that is about to complete. */
export function isLoopEnough(
  work: ProcessingContext,
  { completionCondition }: LoopCharacteristics,
  child: ElementContext,
): Result<boolean> {
  if (completionCondition === undefined) return { ok: true, value: false };
  const body = work.state.elementInstances.get(child.value.flowScopeKey);
  const counts = body.loop && countsBeforeEnd(body.loop, body.children);
  const holds = evaluateBoolean(completionCondition, withCounts(expressionContext(work, child.key), counts ?? {}));
  return holds.ok ? holds : failed(holds.failure, child.key);
}

/** The child still counts as active, but is spoken of as completed. */
function countsBeforeEnd(loop: LoopState, children: number): Readonly<Record<string, number>> {
  return {
    numberOfInstances: loop.started,
    numberOfActiveInstances: children - 1,
    numberOfCompletedInstances: loop.completed + 1,
    numberOfTerminatedInstances: loop.terminated,
  };
}

/** The numbers go before variables of those names. */
function withCounts(scope: ExpressionContext, counts: Readonly<Record<string, number>>): ExpressionContext {
  return {
    get: (name) => (Object.hasOwn(counts, name) ? counts[name] : scope.get(name)),
    has: (name) => Object.hasOwn(counts, name) || scope.has(name),
    names: () => new Set([...Object.keys(counts), ...scope.names()]),
    now: () => scope.now?.() ?? Date.now(),
  };
}

function findCollectionProblem(name: string, collected: unknown, position: number): string | undefined {
  if (collected === undefined) {
    return `Expected the output collection variable '${name}' to be of type list, but it was NIL`;
  }
  const cause = 'This may happen when multiple BPMN elements write to the same variable.';
  if (!Array.isArray(collected)) {
    return `Unable to update an item in output collection '${name}' because the type of the output collection is: ${storedType(collected)}. ${cause}`;
  }
  if (position <= collected.length) return undefined;
  return `Unable to update an item in output collection '${name}' at position ${position} because the size of the collection is: ${collected.length}. ${cause}`;
}

/** Zeebe names the type as its storage does. */
function storedType(value: unknown): string {
  if (value === null) return 'NIL';
  if (typeof value === 'number') return Number.isInteger(value) ? 'INTEGER' : 'FLOAT';
  if (typeof value === 'object') return 'MAP';
  return (typeof value).toUpperCase();
}

function counterOf(work: ProcessingContext, { key }: ElementContext): number {
  const { loopCounter } = work.state.elementInstances.get(key);
  if (loopCounter === undefined) throw new Error(`Expected element instance ${key} to be in a multi-instance body`);
  return loopCounter;
}

function extractFailure(message: string, variableScopeKey: number): Failure {
  return { errorType: 'EXTRACT_VALUE_ERROR', message, variableScopeKey };
}

function failed(message: string, variableScopeKey: number): { ok: false; failure: Failure } {
  return { ok: false, failure: extractFailure(message, variableScopeKey) };
}
