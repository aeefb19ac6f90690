import type { ScopeElement } from '../../model/executable.js';
import { visibleVariables } from '../../state/variable-scope.js';
import { getElement } from '../models.js';
import type { ProcessingContext } from '../processing-context.js';
import { elementValue } from '../record-values.js';
import { deleteCompensationSubscriptions } from './behavior/compensation.js';
import { unsubscribeFromEvents } from './behavior/event-subscriptions.js';
import { startTriggeredEvent, triggered } from './behavior/event-triggers.js';
import { resolveIncidents } from './behavior/incidents.js';
import { findCorrelation, startNextForCorrelation } from './behavior/message-start.js';
import {
  activateChild,
  activated,
  completed,
  completeScopeIfDone,
  terminateChildren,
  terminated,
} from './behavior/transitions.js';
import type { ContainerProcessor, ElementContext } from './element-processor.js';
import { afterChildTerminated } from './sub-process.js';

type ProcessContext = ElementContext<ScopeElement>;

/** The process instance itself. */
export const processElement: ContainerProcessor<ScopeElement> = {
  onActivate(work, context) {
    activated(work, context);
    if (!startAtTriggeredEvent(work, context)) startAtNoneEvent(work, context);
    return undefined;
  },
  onComplete(work, context) {
    unsubscribeFromEvents(work, context);
    deleteCompensationSubscriptions(work, context);
    sendResult(work, context);
    const correlation = findCorrelation(work, context.key);
    completed(work, context);
    if (correlation !== undefined) startNextForCorrelation(work, correlation);
    return undefined;
  },
  onTerminate(work, context) {
    unsubscribeFromEvents(work, context);
    deleteCompensationSubscriptions(work, context);
    resolveIncidents(work, context.key);
    if (!terminateChildren(work, context)) endProcess(work, context);
  },
  onChildCompleted: completeScopeIfDone,
  onChildTerminated(work, context) {
    afterChildTerminated(work, context, endProcess);
  },
};

function endProcess(work: ProcessingContext, context: ElementContext): void {
  const correlation = findCorrelation(work, context.key);
  terminated(work, context);
  if (correlation !== undefined) startNextForCorrelation(work, correlation);
}

/** A message (or timer) start event was triggered for this instance: its key stands with the trigger. */
function startAtTriggeredEvent(work: ProcessingContext, context: ProcessContext): boolean {
  const { processDefinitionKey } = context.value;
  for (const [, trigger] of Array.from(work.state.eventTriggers.entries(processDefinitionKey))) {
    if (trigger.processInstanceKey !== context.key) continue;
    triggered(work, processDefinitionKey, context.value, trigger);
    const value = elementValue(context.value, getElement(context.process, trigger.elementId), context.key);
    startTriggeredEvent(work, value, trigger.variables);
    return true;
  }
  return false;
}

function startAtNoneEvent(work: ProcessingContext, context: ProcessContext): void {
  const { noneStartEventId } = context.element;
  if (noneStartEventId === undefined) throw new Error(`Expected ${context.element.id} to have a none start event`);
  activateChild(work, context, getElement(context.process, noneStartEventId));
}

function sendResult(work: ProcessingContext, { key, value }: ProcessContext): void {
  const names = work.findAwaited(key);
  if (names === undefined) return;
  const { bpmnProcessId, version, processDefinitionKey, processInstanceKey, tenantId } = value;
  const variables = visibleVariables(work.state, key, names);
  work.sendResult({ bpmnProcessId, version, processDefinitionKey, processInstanceKey, variables, tenantId });
}
