import type { PassThroughElement } from '../../model/executable.js';
import { completeActivity, terminateLeaf } from './behavior/activity.js';
import { activated, completeElement } from './behavior/transitions.js';
import { applyInputMappings } from './behavior/variable-mapping.js';
import type { ElementProcessor } from './element-processor.js';

/** Manual and undefined tasks, none throw events: nothing waits in them. */
export const passThroughTask: ElementProcessor<PassThroughElement> = {
  onActivate(work, context) {
    const failure = applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    activated(work, context);
    completeElement(work, context);
    return undefined;
  },
  onComplete: completeActivity,
  onTerminate: terminateLeaf,
};
