import { expressionText } from '../../../feel/compile-expression.js';
import type { Expression, ExpressionContext } from '../../../feel/expression.js';
import type { Mapping } from '../../../model/executable.js';
import { localVariables, VariableScope } from '../../../state/variable-scope.js';
import type { ProcessingContext } from '../../processing-context.js';
import type { ElementContext, Failure } from '../element-processor.js';
import { isAfterEventGateway } from './contexts.js';
import { firstTrigger, triggered } from './event-triggers.js';
import { propagateVariables, setLocalVariables } from './variables.js';

type Document = Record<string, unknown>;
type MappingResult =
  { readonly ok: true; readonly document: Document } | { readonly ok: false; readonly failure: string };

/** Input mappings make local variables of the element instance. */
export function applyInputMappings(work: ProcessingContext, context: ElementContext): Failure | undefined {
  const { inputMappings } = context.element;
  if (inputMappings.length === 0) return undefined;
  const result = evaluateMappings(work, context, inputMappings, false);
  if (!result.ok) return ioMappingError(result.failure);
  setLocalVariables(work, context.key, context.value, result.document);
  return undefined;
}

/**
 * What the element's work brought (job, message, error variables) and its output mappings go to the scope around: with
 * output mappings only what they name, else everything the work brought.
 */
export function applyOutputMappings(work: ProcessingContext, context: ElementContext): Failure | undefined {
  const { outputMappings } = context.element;
  const trigger = firstTrigger(work, context.key);
  if (trigger?.elementId === context.element.id) triggered(work, context.key, context.value, trigger);
  const brought = trigger?.variables ?? {};
  const hasBrought = Object.keys(brought).length > 0;
  if (outputMappings.length > 0) {
    if (hasBrought) setLocalVariables(work, context.key, context.value, brought);
    const result = evaluateMappings(work, context, outputMappings, true);
    if (!result.ok) return ioMappingError(result.failure);
    propagateVariables(work, outerScope(context), context.value, result.document);
  } else if (hasBrought) {
    propagateVariables(work, context.key, context.value, brought);
  } else if (holdsEventVariables(context)) {
    propagateVariables(work, outerScope(context), context.value, localVariables(work.state, context.key));
  }
  return undefined;
}

/**
 * Events that are activated by what they caught hold its variables as their own. Those of an error stay with its event
 * unless output mappings name them, as in Zeebe.
 */
function holdsEventVariables({ element, process }: ElementContext): boolean {
  if (element.eventType === 'ERROR') return false;
  if (element.elementType === 'BOUNDARY_EVENT' || element.elementType === 'START_EVENT') return true;
  return isAfterEventGateway(process, element);
}

/** Outputs of an instance in a multi-instance body begin at its own scope, where its loop variables are. */
function outerScope({ key, value, element }: ElementContext): number {
  if (element.loop !== undefined) return key;
  return value.flowScopeKey > 0 ? value.flowScopeKey : key;
}

function ioMappingError(message: string): Failure {
  return { errorType: 'IO_MAPPING_ERROR', message };
}

/** Evaluates in order: a later mapping sees what an earlier one made. */
function evaluateMappings(
  work: ProcessingContext,
  context: ElementContext,
  mappings: readonly Mapping[],
  mergesExisting: boolean,
): MappingResult {
  const document: Document = {};
  const around = new VariableScope(work.state, context.key);
  const scope = new MappingScope(document, around, work.now);
  for (const { source, target } of mappings) {
    const result = source.evaluate(scope);
    if (!result.ok) return { ok: false, failure: nameWholeMapping(result.failure, source, mappings) };
    const [name = '', ...path] = target;
    const start = Object.hasOwn(document, name) || !mergesExisting ? document[name] : around.get(name);
    document[name] = withPath(start, path, result.value, mergesExisting);
  }
  return { ok: true, document };
}

/** Zeebe evaluates all mappings of an element as one context, and names that in its messages. */
function nameWholeMapping(failure: string, failed: Expression, mappings: readonly Mapping[]): string {
  const entries = mappings.map(({ source, target }) =>
    target.reduceRight(
      (inner, name, depth) => (depth === 0 ? `${name}:${inner}` : `{${name}:${inner}}`),
      textOf(source),
    ),
  );
  return failure.replace(`'${textOf(failed)}'`, () => `'{${entries.join(',')}}'`);
}

function textOf(expression: Expression): string {
  return expression.isStatic ? `"${expression.source}"` : expressionText(expression);
}

/**
 * The value with the part at the path replaced; what stood there as an object is kept beside it. A target in something
 * that exists and is no object gives null where existing values are merged, as in Zeebe.
 */
function withPath(value: unknown, path: readonly string[], replacement: unknown, mergesExisting: boolean): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return replacement;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (mergesExisting && !isObject && value !== null && value !== undefined) return null;
  const object = isObject ? (value as Document) : {};
  return { ...object, [name]: withPath(object[name], rest, replacement, mergesExisting) };
}

class MappingScope implements ExpressionContext {
  private readonly document: Document;
  private readonly around: VariableScope;
  private readonly time: number;

  constructor(document: Document, around: VariableScope, time: number) {
    this.document = document;
    this.around = around;
    this.time = time;
  }

  get(name: string): unknown {
    return Object.hasOwn(this.document, name) ? this.document[name] : this.around.get(name);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.document, name) || this.around.has(name);
  }

  names(): Iterable<string> {
    return new Set([...Object.keys(this.document), ...this.around.names()]);
  }

  now(): number {
    return this.time;
  }
}
