import type { CatchEventElement } from '../../model/executable.js';
import { completeActivity, terminateLeaf } from './behavior/activity.js';
import { isAfterEventGateway } from './behavior/contexts.js';
import { subscribeToEvents } from './behavior/event-subscriptions.js';
import { activated, completeElement } from './behavior/transitions.js';
import { applyInputMappings } from './behavior/variable-mapping.js';
import type { ElementProcessor } from './element-processor.js';

/** Waits for a message, a timer or a signal; after an event-based gateway or a link it has been caught already. */
export const intermediateCatchEvent: ElementProcessor<CatchEventElement> = {
  onActivate(work, context) {
    const { type } = context.element.trigger;
    // In Zeebe link events do not carry out input mappings.
    const failure = type === 'link' ? undefined : applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    const caught = type === 'link' || type === 'none' || isAfterEventGateway(context.process, context.element);
    const unsubscribed = caught ? undefined : subscribeToEvents(work, context, [context.element]);
    if (unsubscribed !== undefined) return unsubscribed;
    activated(work, context);
    if (caught) completeElement(work, context);
    return undefined;
  },
  onComplete: completeActivity,
  onTerminate: terminateLeaf,
};
