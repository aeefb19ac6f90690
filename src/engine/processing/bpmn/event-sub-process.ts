import type { ScopeElement } from '../../model/executable.js';
import { getElement } from '../models.js';
import type { ProcessingContext } from '../processing-context.js';
import { resolveIncidents } from './behavior/incidents.js';
import {
  activateChild,
  activated,
  completed,
  completeScopeIfDone,
  terminateChildren,
  terminated,
} from './behavior/transitions.js';
import { applyInputMappings, applyOutputMappings } from './behavior/variable-mapping.js';
import type { ContainerProcessor } from './element-processor.js';
import { afterChildTerminated } from './sub-process.js';

/** Begins when the scope around it has caught its start event, see behavior/event-sub-processes.ts. */
export const eventSubProcess: ContainerProcessor<ScopeElement> = {
  onActivate(work, context) {
    const failure = applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    activated(work, context);
    const [startId] = context.element.startEventIds;
    if (startId === undefined) throw new Error(`Expected ${context.element.id} to have a start event`);
    activateChild(work, context, getElement(context.process, startId));
    return undefined;
  },
  onComplete(work, context) {
    return applyOutputMappings(work, context) ?? completed(work, context);
  },
  onTerminate(work: ProcessingContext, context) {
    resolveIncidents(work, context.key);
    if (!terminateChildren(work, context)) terminated(work, context);
  },
  onChildCompleted: completeScopeIfDone,
  onChildTerminated(work, context) {
    afterChildTerminated(work, context, terminated);
  },
};
