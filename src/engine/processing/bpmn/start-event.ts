import type { StartEventElement } from '../../model/executable.js';
import type { ProcessingContext } from '../processing-context.js';
import { scopeEventsOf } from './behavior/event-sub-processes.js';
import { subscribeToEvents } from './behavior/event-subscriptions.js';
import { resolveIncidents } from './behavior/incidents.js';
import { activated, completed, completeElement, takeOutgoingFlows, terminated } from './behavior/transitions.js';
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
  onTerminate(work, context) {
    // In Zeebe its incident is resolved only when it is gone.
    terminated(work, context, () => resolveIncidents(work, context.key));
  },
};

/**
 * As in Zeebe a scope begins to wait for its events, at its border and of the event sub-processes in it, once its start event
 * has mapped its outputs.
 */
function subscribeScope(work: ProcessingContext, context: ElementContext): Failure | undefined {
  const scope = findContainer(work, context);
  const events = scope?.element.kind === 'scope' ? scopeEventsOf(scope) : [];
  if (scope === undefined || events.length === 0) return undefined;
  const failure = subscribeToEvents(work, scope, events);
  return failure && { variableScopeKey: scope.key, ...failure };
}
