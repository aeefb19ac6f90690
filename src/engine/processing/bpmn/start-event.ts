import type { StartEventElement } from '../../model/executable.js';
import { completeActivity, terminateLeaf } from './behavior/activity.js';
import { activated, completeElement } from './behavior/transitions.js';
import type { ElementProcessor } from './element-processor.js';

export const startEvent: ElementProcessor<StartEventElement> = {
  onActivate(work, context) {
    activated(work, context);
    completeElement(work, context);
    return undefined;
  },
  onComplete: completeActivity,
  onTerminate: terminateLeaf,
};
