import type { ProcessingContext } from '../../processing-context.js';
import type { ElementContext } from '../element-processor.js';
import { hasActiveFlowScope } from './contexts.js';
import { activateTriggered, firstBoundaryTrigger } from './event-triggers.js';
import { terminated, transitionTo } from './transitions.js';

/** The last step of a termination: the boundary event that caused it goes on, or the scope around is told. */
export function endTermination(work: ProcessingContext, context: ElementContext): void {
  const trigger = firstBoundaryTrigger(work, context);
  if (trigger !== undefined && hasActiveFlowScope(work, context)) {
    transitionTo(work, context, 'ELEMENT_TERMINATED');
    activateTriggered(work, context, trigger);
  } else {
    terminated(work, context);
  }
}
