import type { ThrowEventElement } from '../../model/executable.js';
import { completeActivity, terminateLeaf } from './behavior/activity.js';
import { throwSignal } from './behavior/signals.js';
import { applyInputMappings } from './behavior/variable-mapping.js';
import type { ElementProcessor } from './element-processor.js';

/** Signal intermediate throw events. */
export const throwEvent: ElementProcessor<ThrowEventElement> = {
  onActivate(work, context) {
    const failure = applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    const { trigger, id } = context.element;
    if (trigger.type === 'signal') return throwSignal(work, context, trigger.signal);
    throw new Error(`Expected ${id} to throw something, found ${trigger.type}`);
  },
  onComplete: completeActivity,
  onTerminate: terminateLeaf,
};
