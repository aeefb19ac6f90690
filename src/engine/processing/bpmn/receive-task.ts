import type { ReceiveTaskElement } from '../../model/executable.js';
import { completeActivity, terminateLeaf } from './behavior/activity.js';
import { elementsOf } from './behavior/contexts.js';
import { subscribeToEvents } from './behavior/event-subscriptions.js';
import { activated } from './behavior/transitions.js';
import { applyInputMappings } from './behavior/variable-mapping.js';
import type { ElementProcessor } from './element-processor.js';

/** Waits for its message. */
export const receiveTask: ElementProcessor<ReceiveTaskElement> = {
  onActivate(work, context) {
    const failure = applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    const boundary = elementsOf(context, context.element.boundaryEventIds, 'boundary-event');
    const unsubscribed = subscribeToEvents(work, context, [context.element, ...boundary]);
    if (unsubscribed !== undefined) return unsubscribed;
    activated(work, context);
    return undefined;
  },
  onComplete: completeActivity,
  onTerminate: terminateLeaf,
};
