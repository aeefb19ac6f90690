import type { ThrowEventElement } from '../../model/executable.js';
import { completeActivity, terminateLeaf } from './behavior/activity.js';
import { completeWithoutMappings, throwCompensation } from './behavior/compensation-events.js';
import { throwEscalation } from './behavior/escalations.js';
import { followLink } from './behavior/links.js';
import { throwSignal } from './behavior/signals.js';
import { activated, completeElement, transitionTo } from './behavior/transitions.js';
import { applyInputMappings, applyOutputMappings } from './behavior/variable-mapping.js';
import type { ElementProcessor } from './element-processor.js';

/**
 * Signal, escalation, link and compensation intermediate throw events. In Zeebe only the first carries out input mappings,
 * and the last no output mappings either.
 */
export const throwEvent: ElementProcessor<ThrowEventElement> = {
  onActivate(work, context) {
    const { trigger, id } = context.element;
    switch (trigger.type) {
      case 'signal':
        return applyInputMappings(work, context) ?? throwSignal(work, context, trigger.signal);
      case 'escalation':
        return throwEscalation(work, context, trigger.escalationCode);
      case 'link':
        activated(work, context);
        completeElement(work, context);
        return undefined;
      case 'compensation':
        return throwCompensation(work, context, trigger.activityId);
      default:
        throw new Error(`Expected ${id} to throw something, found ${trigger.type}`);
    }
  },
  onComplete(work, context) {
    const { type } = context.element.trigger;
    if (type === 'compensation') return completeWithoutMappings(work, context);
    if (type !== 'link') return completeActivity(work, context);
    const failure = applyOutputMappings(work, context);
    if (failure !== undefined) return failure;
    // The scope around is not told: the token goes on at the catch event.
    transitionTo(work, context, 'ELEMENT_COMPLETED');
    followLink(work, context);
    return undefined;
  },
  onTerminate: terminateLeaf,
};
