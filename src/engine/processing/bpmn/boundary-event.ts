import type { BoundaryEventElement } from '../../model/executable.js';
import { completeActivity, terminateLeaf } from './behavior/activity.js';
import { activated, completeElement } from './behavior/transitions.js';
import type { ElementProcessor } from './element-processor.js';

/** Starts when it was caught, with what it caught as its own variables; its activity has ended before if it interrupts. */
export const boundaryEvent: ElementProcessor<BoundaryEventElement> = {
  onActivate(work, context) {
    activated(work, context);
    completeElement(work, context);
    return undefined;
  },
  onComplete: completeActivity,
  onTerminate: terminateLeaf,
};
