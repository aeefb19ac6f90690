import type { ThrowEventElement } from '../../model/executable.js';
import { completeActivity, terminateLeaf } from './behavior/activity.js';
import { throwEscalation } from './behavior/escalations.js';
import { followLink } from './behavior/links.js';
import { throwSignal } from './behavior/signals.js';
import { activated, completeElement, transitionTo } from './behavior/transitions.js';
import { applyInputMappings, applyOutputMappings } from './behavior/variable-mapping.js';
import type { ElementProcessor } from './element-processor.js';

/** Signal, escalation and link intermediate throw events. In Zeebe the latter two do not carry out input mappings. */
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
      default:
        throw new Error(`Expected ${id} to throw something, found ${trigger.type}`);
    }
  },
  onComplete(work, context) {
    if (context.element.trigger.type !== 'link') return completeActivity(work, context);
    const failure = applyOutputMappings(work, context);
    if (failure !== undefined) return failure;
    // The scope around is not told: the token goes on at the catch event.
    transitionTo(work, context, 'ELEMENT_COMPLETED');
    followLink(work, context);
    return undefined;
  },
  onTerminate: terminateLeaf,
};
