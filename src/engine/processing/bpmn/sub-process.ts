import type { ScopeElement } from '../../model/executable.js';
import { getElement } from '../models.js';
import type { ProcessingContext } from '../processing-context.js';
import { completeActivity } from './behavior/activity.js';
import { deleteCompensationSubscriptions } from './behavior/compensation.js';
import { endTermination } from './behavior/ending.js';
import { startInterruptingEventSubProcess } from './behavior/event-sub-processes.js';
import { unsubscribeFromEvents } from './behavior/event-subscriptions.js';
import { resolveIncidents } from './behavior/incidents.js';
import { activateChild, activated, completeScopeIfDone, terminateChildren } from './behavior/transitions.js';
import { applyInputMappings } from './behavior/variable-mapping.js';
import type { ContainerProcessor, ElementContext } from './element-processor.js';

/** Embedded sub-process. */
export const subProcess: ContainerProcessor<ScopeElement> = {
  onActivate(work, context) {
    // What it waits for is opened when its start event completes: see start-event.ts.
    const failure = applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    activated(work, context);
    const { noneStartEventId } = context.element;
    if (noneStartEventId === undefined) throw new Error(`Expected ${context.element.id} to have a none start event`);
    activateChild(work, context, getElement(context.process, noneStartEventId));
    return undefined;
  },
  onComplete: completeActivity,
  onTerminate(work, context) {
    unsubscribeFromEvents(work, context);
    deleteCompensationSubscriptions(work, context);
    resolveIncidents(work, context.key);
    if (!terminateChildren(work, context)) endTermination(work, context);
  },
  onChildCompleted: completeScopeIfDone,
  onChildTerminated(work, context) {
    afterChildTerminated(work, context, endTermination);
  },
};

/**
 * A scope whose last child was terminated ends too; or completes where only its children were to end (terminate end event);
 * or goes on with the event sub-process that ended them.
 */
export function afterChildTerminated(
  work: ProcessingContext,
  context: ElementContext,
  end: (work: ProcessingContext, context: ElementContext) => void,
): void {
  const instance = work.state.elementInstances.find(context.key);
  if (instance?.children !== 0) return;
  if (instance.state === 'ELEMENT_TERMINATING') {
    end(work, context);
  } else if (instance.interruptedBy === undefined || !startInterruptingEventSubProcess(work, context)) {
    completeScopeIfDone(work, context);
  }
}
