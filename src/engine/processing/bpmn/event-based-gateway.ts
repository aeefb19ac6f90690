import type { GatewayElement, SequenceFlowElement } from '../../model/executable.js';
import { getElement } from '../models.js';
import { terminateLeaf } from './behavior/activity.js';
import { elementsOf } from './behavior/contexts.js';
import { subscribeToEvents, unsubscribeFromEvents } from './behavior/event-subscriptions.js';
import { activateTriggered, firstTrigger } from './behavior/event-triggers.js';
import { activated, transitionTo } from './behavior/transitions.js';
import type { ElementProcessor } from './element-processor.js';

/** Waits for the first of the events that follow it. The flow to that event is not taken: the event starts directly. */
export const eventBasedGateway: ElementProcessor<GatewayElement> = {
  onActivate(work, context) {
    const flows = elementsOf<SequenceFlowElement>(context, context.element.outgoing, 'sequence-flow');
    const events = flows.map((flow) => getElement(context.process, flow.targetId));
    const failure = subscribeToEvents(work, context, events);
    if (failure !== undefined) return failure;
    activated(work, context);
    return undefined;
  },
  onComplete(work, context) {
    const trigger = firstTrigger(work, context.key);
    if (trigger === undefined) throw new Error(`Expected gateway ${context.element.id} to have caught an event`);
    unsubscribeFromEvents(work, context);
    transitionTo(work, context, 'ELEMENT_COMPLETED');
    activateTriggered(work, context, trigger);
    return undefined;
  },
  onTerminate: terminateLeaf,
};
