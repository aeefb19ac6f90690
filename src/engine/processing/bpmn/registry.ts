import type { ExecutableElement } from '../../model/executable.js';
import { boundaryEvent } from './boundary-event.js';
import { callActivity } from './call-activity.js';
import { calledDecisionTask } from './called-decision-task.js';
import { registerContainer } from './behavior/containers.js';
import type { ContainerProcessor, ElementProcessor } from './element-processor.js';
import { endEvent } from './end-event.js';
import { eventBasedGateway } from './event-based-gateway.js';
import { eventSubProcess } from './event-sub-process.js';
import { exclusiveGateway, inclusiveGateway } from './exclusive-gateway.js';
import { intermediateCatchEvent } from './intermediate-catch-event.js';
import { jobWorkerTask } from './job-worker-task.js';
import { multiInstanceBody } from './multi-instance-body.js';
import { parallelGateway } from './parallel-gateway.js';
import { passThroughTask } from './pass-through-task.js';
import { processElement } from './process.js';
import { receiveTask } from './receive-task.js';
import { scriptTask } from './script-task.js';
import { startEvent } from './start-event.js';
import { subProcess } from './sub-process.js';
import { throwEvent } from './throw-event.js';

const scope: ContainerProcessor<ExecutableElement & { kind: 'scope' }> = {
  onActivate: (work, context) => scopeProcessor(context.element).onActivate(work, context),
  onComplete: (work, context) => scopeProcessor(context.element).onComplete(work, context),
  onTerminate: (work, context) => scopeProcessor(context.element).onTerminate(work, context),
  onChildCompleted: (work, context) => scopeProcessor(context.element).onChildCompleted(work, context),
  onChildTerminated: (work, context) => scopeProcessor(context.element).onChildTerminated(work, context),
};

registerContainer('scope', scope);
registerContainer('call-activity', callActivity);
registerContainer('multi-instance', multiInstanceBody);

function scopeProcessor(element: ExecutableElement): typeof processElement {
  if (element.elementType === 'PROCESS') return processElement;
  return element.elementType === 'SUB_PROCESS' ? subProcess : eventSubProcess;
}

/** The processor of an element. */
export function elementProcessor(element: ExecutableElement): ElementProcessor {
  return findProcessor(element) as ElementProcessor;
}

function findProcessor(element: ExecutableElement): unknown {
  switch (element.kind) {
    case 'scope':
      return scopeProcessor(element);
    case 'job-worker':
      return jobWorkerTask;
    case 'receive-task':
      return receiveTask;
    case 'pass-through':
      return passThroughTask;
    case 'script-task':
      return scriptTask;
    case 'called-decision':
      return calledDecisionTask;
    case 'call-activity':
      return callActivity;
    case 'multi-instance':
      return multiInstanceBody;
    case 'gateway':
      return gatewayProcessor(element);
    case 'start-event':
      return startEvent;
    case 'catch-event':
      return intermediateCatchEvent;
    case 'boundary-event':
      return boundaryEvent;
    case 'throw-event':
      return throwEvent;
    case 'end-event':
      return endEvent;
    case 'sequence-flow':
      throw new Error(`Expected an element, found sequence flow ${element.id}`);
  }
}

function gatewayProcessor(element: ExecutableElement): unknown {
  if (element.elementType === 'EXCLUSIVE_GATEWAY') return exclusiveGateway;
  if (element.elementType === 'INCLUSIVE_GATEWAY') return inclusiveGateway;
  if (element.elementType === 'PARALLEL_GATEWAY') return parallelGateway;
  if (element.elementType === 'EVENT_BASED_GATEWAY') return eventBasedGateway;
  throw new Error(`Expected a gateway that can run, found ${element.elementType} ${element.id}`);
}
