/** Steps that all activities share. */
import type { BoundaryEventElement, ExecutableElement, HasBoundaryEvents } from '../../../model/executable.js';
import type { ProcessingContext } from '../../processing-context.js';
import type { ElementContext, Failure } from '../element-processor.js';
import { completeCompensationHandler, createCompensationSubscription } from './compensation.js';
import { elementsOf } from './contexts.js';
import { endTermination } from './ending.js';
import { subscribeToEvents, unsubscribeFromEvents } from './event-subscriptions.js';
import { resolveIncidents } from './incidents.js';
import { completed, takeOutgoingFlows } from './transitions.js';
import { applyOutputMappings } from './variable-mapping.js';

export function subscribeToBoundaryEvents(
  work: ProcessingContext,
  context: ElementContext<ExecutableElement & HasBoundaryEvents>,
): Failure | undefined {
  const { boundaryEventIds } = context.element;
  if (boundaryEventIds.length === 0) return undefined;
  return subscribeToEvents(
    work,
    context,
    elementsOf<BoundaryEventElement>(context, boundaryEventIds, 'boundary-event'),
  );
}

/** Completion: outputs, end of subscriptions, ELEMENT_COMPLETED, outgoing flows. */
export function completeActivity(work: ProcessingContext, context: ElementContext): Failure | undefined {
  const failure = applyOutputMappings(work, context);
  if (failure !== undefined) return failure;
  unsubscribeFromEvents(work, context);
  createCompensationSubscription(work, context);
  const uncounted = completed(work, context);
  if (uncounted !== undefined) return uncounted;
  completeCompensationHandler(work, context);
  takeOutgoingFlows(work, context);
  return undefined;
}

/** Termination of an element that nothing lives in. */
export function terminateLeaf(work: ProcessingContext, context: ElementContext): void {
  unsubscribeFromEvents(work, context);
  resolveIncidents(work, context.key);
  endTermination(work, context);
}
