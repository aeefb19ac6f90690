/** Moves of an element instance through its life cycle, and of the token between elements. */
import type { ExecutableElement, MultiInstanceElement, SequenceFlowElement } from '../../../model/executable.js';
import { hasNoActivePath } from '../../../state/element-instances.js';
import type { ElementState } from '../../../state/rows.js';
import { getElement } from '../../models.js';
import type { ProcessingContext } from '../../processing-context.js';
import { elementValue } from '../../record-values.js';
import type { ElementContext, Failure } from '../element-processor.js';
import { containerProcessor } from './containers.js';
import { elementsOf, findContainer } from './contexts.js';

export function transitionTo<E extends ExecutableElement>(
  work: ProcessingContext,
  context: ElementContext<E>,
  state: ElementState,
): void {
  work.event(context.key, 'PROCESS_INSTANCE', state, context.value);
}

export function activated(work: ProcessingContext, context: ElementContext): void {
  transitionTo(work, context, 'ELEMENT_ACTIVATED');
}

/** Asks for the completion of an activated element. */
export function completeElement(work: ProcessingContext, context: ElementContext): void {
  work.command(context.key, 'PROCESS_INSTANCE', 'COMPLETE_ELEMENT', context.value);
}

/** ELEMENT_COMPLETED; where no flow goes on, the scope around is told, which may state a failure: then nothing is done. */
export function completed(work: ProcessingContext, context: ElementContext): Failure | undefined {
  const ends = context.element.outgoing.length === 0;
  const container = ends ? findContainer(work, context) : undefined;
  if (container === undefined) {
    transitionTo(work, context, 'ELEMENT_COMPLETED');
    return undefined;
  }
  const processor = containerProcessor(container.element);
  const isEnough = processor.beforeChildCompleted?.(work, container, context);
  if (typeof isEnough === 'object') return isEnough;
  transitionTo(work, context, 'ELEMENT_COMPLETED');
  processor.onChildCompleted(work, container, isEnough);
  return undefined;
}

/** For elements that pass at once: the rest of their life in one step. */
export function completeAtOnce(work: ProcessingContext, context: ElementContext): void {
  activated(work, context);
  transitionTo(work, context, 'ELEMENT_COMPLETING');
  completed(work, context);
}

/**
 * ELEMENT_TERMINATED without going on: the scope around is told.
 * @param before what is to be done before that
 */
export function terminated(work: ProcessingContext, context: ElementContext, before?: () => void): void {
  const container = findContainer(work, context);
  transitionTo(work, context, 'ELEMENT_TERMINATED');
  before?.();
  if (container !== undefined) containerProcessor(container.element).onChildTerminated(work, container);
}

export function takeOutgoingFlows(work: ProcessingContext, context: ElementContext): void {
  for (const flow of elementsOf<SequenceFlowElement>(context, context.element.outgoing, 'sequence-flow')) {
    takeFlow(work, context, flow);
  }
}

export function takeFlow(work: ProcessingContext, context: ElementContext, flow: SequenceFlowElement): void {
  const { flowScopeKey } = context.value;
  const value = elementValue(context.value, flow, flowScopeKey);
  work.event(work.nextKey(), 'PROCESS_INSTANCE', 'SEQUENCE_FLOW_TAKEN', value);
  const target = getElement(context.process, flow.targetId);
  const targetValue = elementValue(context.value, target, flowScopeKey);
  work.command(work.nextKey(), 'PROCESS_INSTANCE', 'ACTIVATE_ELEMENT', targetValue);
}

/** Starts an element within the scope. */
export function activateChild(work: ProcessingContext, scope: ElementContext, element: ExecutableElement): void {
  work.command(-1, 'PROCESS_INSTANCE', 'ACTIVATE_ELEMENT', elementValue(scope.value, element, scope.key));
}

/** Starts an instance of the activity inside the body. */
export function activateInner(work: ProcessingContext, body: ElementContext<MultiInstanceElement>): void {
  const value = elementValue(body.value, body.element.inner, body.key);
  work.command(work.nextKey(), 'PROCESS_INSTANCE', 'ACTIVATE_ELEMENT', value);
}

/** Asks for the termination of everything in the scope. Returns false when there is nothing. */
export function terminateChildren(work: ProcessingContext, scope: ElementContext): boolean {
  if (work.state.children.isEmpty(scope.key)) return false;
  const { processInstanceKey, tenantId } = scope.value;
  const value = { processInstanceKey, batchElementInstanceKey: scope.key, index: -1, tenantId };
  work.command(work.nextKey(), 'PROCESS_INSTANCE_BATCH', 'TERMINATE', value);
  return true;
}

/** Completes the scope when nothing is active in it any more. */
export function completeScopeIfDone(work: ProcessingContext, scope: ElementContext): void {
  const instance = work.state.elementInstances.find(scope.key);
  if (instance?.state === 'ELEMENT_ACTIVATED' && hasNoActivePath(instance)) completeElement(work, scope);
}
