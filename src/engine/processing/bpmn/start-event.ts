import type { ScopeElement, StartEventElement } from '../../model/executable.js';
import type { ProcessingContext } from '../processing-context.js';
import { subscribeToBoundaryEvents, terminateLeaf } from './behavior/activity.js';
import { activated, completed, completeElement, takeOutgoingFlows } from './behavior/transitions.js';
import { applyOutputMappings } from './behavior/variable-mapping.js';
import { findContainer } from './behavior/contexts.js';
import type { ElementContext, ElementProcessor, Failure } from './element-processor.js';

export const startEvent: ElementProcessor<StartEventElement> = {
  onActivate(work, context) {
    activated(work, context);
    completeElement(work, context);
    return undefined;
  },
  onComplete(work, context) {
    const failure = applyOutputMappings(work, context) ?? subscribeScope(work, context);
    if (failure !== undefined) return failure;
    completed(work, context);
    takeOutgoingFlows(work, context);
    return undefined;
  },
  onTerminate: terminateLeaf,
};

/** As in Zeebe, a sub-process opens its boundary events once its start event has mapped its outputs. */
function subscribeScope(work: ProcessingContext, context: ElementContext): Failure | undefined {
  const scope = findContainer(work, context);
  if (scope?.value.bpmnElementType !== 'SUB_PROCESS') return undefined;
  const failure = subscribeToBoundaryEvents(work, scope as ElementContext<ScopeElement>);
  return failure && { variableScopeKey: scope.key, ...failure };
}
