import type { GatewayElement } from '../../model/executable.js';
import { terminateLeaf } from './behavior/activity.js';
import { completeAtOnce, takeOutgoingFlows } from './behavior/transitions.js';
import type { ElementProcessor } from './element-processor.js';
import { passesAtOnce } from './exclusive-gateway.js';

/** Takes all outgoing flows. That all incoming ones were taken has been seen to where the last of them was. */
export const parallelGateway: ElementProcessor<GatewayElement> = {
  onActivate(work, context) {
    completeAtOnce(work, context);
    takeOutgoingFlows(work, context);
    return undefined;
  },
  onComplete: passesAtOnce,
  onTerminate: terminateLeaf,
};
