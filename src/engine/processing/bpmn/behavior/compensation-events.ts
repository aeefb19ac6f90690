import type { ProcessingContext } from '../../processing-context.js';
import type { ElementContext, Failure } from '../element-processor.js';
import { triggerCompensation } from './compensation.js';
import { activated, completed, takeOutgoingFlows, transitionTo } from './transitions.js';

/** Throw and end events: wait for the handlers that they start, and pass at once when there are none. */
export function throwCompensation(
  work: ProcessingContext,
  context: ElementContext,
  activityId: string | undefined,
): Failure | undefined {
  activated(work, context);
  if (triggerCompensation(work, context, activityId)) return undefined;
  transitionTo(work, context, 'ELEMENT_COMPLETING');
  return completeWithoutMappings(work, context);
}

export function completeWithoutMappings(work: ProcessingContext, context: ElementContext): Failure | undefined {
  const failure = completed(work, context);
  if (failure === undefined) takeOutgoingFlows(work, context);
  return failure;
}
