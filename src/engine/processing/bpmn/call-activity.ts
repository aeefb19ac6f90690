import { evaluateString } from '../../feel/evaluate-as.js';
import type { CallActivityElement } from '../../model/executable.js';
import { localVariables, visibleVariables } from '../../state/variable-scope.js';
import type { ProcessRow } from '../../state/rows.js';
import type { ProcessingContext } from '../processing-context.js';
import { processInstanceValue } from '../record-values.js';
import { completeActivity, subscribeToBoundaryEvents } from './behavior/activity.js';
import { endTermination } from './behavior/ending.js';
import { unsubscribeFromEvents } from './behavior/event-subscriptions.js';
import { triggering } from './behavior/event-triggers.js';
import { expressionContext } from './behavior/expression-context.js';
import { resolveIncidents } from './behavior/incidents.js';
import { activated, completeElement } from './behavior/transitions.js';
import { applyInputMappings } from './behavior/variable-mapping.js';
import { setLocalVariables } from './behavior/variables.js';
import type { ContainerProcessor, ElementContext, Failure } from './element-processor.js';

/** Runs the latest version of another process and waits for its end. */
export const callActivity: ContainerProcessor<CallActivityElement> = {
  onActivate(work, context) {
    const failure = applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    const called = findCalled(work, context);
    if ('errorType' in called) return called;
    const unsubscribed = subscribeToBoundaryEvents(work, context);
    if (unsubscribed !== undefined) return unsubscribed;
    activated(work, context);
    startCalled(work, context, called);
    return undefined;
  },
  onComplete: completeActivity,
  onTerminate(work, context) {
    unsubscribeFromEvents(work, context);
    resolveIncidents(work, context.key);
    const key = work.state.elementInstances.get(context.key).calledInstanceKey;
    const called = key > 0 ? work.state.elementInstances.find(key) : undefined;
    if (called === undefined) endTermination(work, context);
    else work.command(key, 'PROCESS_INSTANCE', 'TERMINATE_ELEMENT', called.value);
  },
  beforeChildCompleted(work, context, child) {
    const { propagateAllChildVariables, outputMappings } = context.element;
    if (!propagateAllChildVariables && outputMappings.length === 0) return undefined;
    const variables = localVariables(work.state, child.key);
    triggering(work, context.key, context.value, context.element.id, variables);
    return undefined;
  },
  onChildCompleted(work, context) {
    const instance = work.state.elementInstances.get(context.key);
    if (instance.state === 'ELEMENT_ACTIVATED') completeElement(work, context);
    else if (instance.state === 'ELEMENT_TERMINATING') endTermination(work, context);
  },
  onChildTerminated: endTermination,
};

function findCalled(work: ProcessingContext, context: ElementContext<CallActivityElement>): ProcessRow | Failure {
  const id = evaluateString(context.element.processId, expressionContext(work, context.key));
  if (!id.ok) return { errorType: 'EXTRACT_VALUE_ERROR', message: id.failure };
  const key = work.state.processVersions.last(id.value);
  if (key === undefined) {
    const message = `Expected process with BPMN process id '${id.value}' to be deployed, but not found.`;
    return { errorType: 'CALLED_ELEMENT_ERROR', message };
  }
  if (work.models.get(key).root.noneStartEventId === undefined) {
    const message = `Expected process with BPMN process id '${id.value}' to have a none start event, but not found.`;
    return { errorType: 'CALLED_ELEMENT_ERROR', message };
  }
  return work.state.processes.get(key);
}

function startCalled(work: ProcessingContext, context: ElementContext<CallActivityElement>, called: ProcessRow): void {
  const key = work.nextKey();
  const { processInstanceKey } = context.value;
  const value = processInstanceValue(called, key, { processInstanceKey, elementInstanceKey: context.key });
  work.command(key, 'PROCESS_INSTANCE', 'ACTIVATE_ELEMENT', value);
  const { propagateAllParentVariables, inputMappings } = context.element;
  if (propagateAllParentVariables) setLocalVariables(work, key, value, visibleVariables(work.state, context.key));
  // Without a mapping not even the item of a loop, which is local too, is handed on.
  else if (inputMappings.length > 0) setLocalVariables(work, key, value, localVariables(work.state, context.key));
}
