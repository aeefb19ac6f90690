/** Events on their way into an element instance: caught, but not yet acted on by its processor. */
import type {
  BoundaryEventElement,
  CatchEventElement,
  ExecutableElement,
  ReceiveTaskElement,
} from '../../../model/executable.js';
import type { ProcessInstanceValue, Variables } from '../../../protocol/value-types.js';
import { isActive } from '../../../state/element-instances.js';
import type { ElementInstance, EventTriggerRow } from '../../../state/rows.js';
import { getElement } from '../../models.js';
import type { ProcessingContext } from '../../processing-context.js';
import { elementValue } from '../../record-values.js';
import type { ElementContext } from '../element-processor.js';
import { contextOfInstance } from './contexts.js';
import { triggerEventSubProcess } from './event-sub-processes.js';
import { setLocalVariables } from './variables.js';

export type CatchingElement = CatchEventElement | BoundaryEventElement | ReceiveTaskElement;

export function firstTrigger(work: ProcessingContext, scopeKey: number): EventTriggerRow | undefined {
  for (const [, trigger] of work.state.eventTriggers.entries(scopeKey)) return trigger;
  return undefined;
}

/** The trigger of a boundary event on the element instance (not what the element itself waited for). */
export function firstBoundaryTrigger(work: ProcessingContext, context: ElementContext): EventTriggerRow | undefined {
  for (const [, trigger] of work.state.eventTriggers.entries(context.key)) {
    if (trigger.elementId !== context.element.id) return trigger;
  }
  return undefined;
}

/**
 * True while the element instance takes the event: not once something that ends it was caught and has not been acted on
 * yet. Its own work being done does not keep boundary events from being triggered.
 */
export function canTrigger(work: ProcessingContext, instance: ElementInstance, target: ExecutableElement): boolean {
  if (!isActive(instance)) return false;
  // An event sub-process has taken the scope over: only what stands at its border can still come.
  if (instance.interruptedBy !== undefined && target.kind === 'start-event') return false;
  if (work.state.elementInstances.find(instance.parentKey)?.interruptedBy !== undefined) return false;
  const pending = firstEndingTrigger(work, instance);
  if (pending === undefined) return true;
  return pending.elementId === instance.value.elementId && target.kind === 'boundary-event';
}

/** Leaves out those that start an event sub-process. */
function firstEndingTrigger(work: ProcessingContext, { key, value }: ElementInstance): EventTriggerRow | undefined {
  for (const [, trigger] of work.state.eventTriggers.entries(key)) {
    if (!work.state.graphs.hasEventSubProcesses) return trigger;
    const { elements } = work.models.get(value.processDefinitionKey);
    if (elements.get(trigger.elementId)?.kind !== 'start-event') return trigger;
  }
  return undefined;
}

/** PROCESS_EVENT TRIGGERING: keeps the event and what it brought until the element acts on it. Returns its key. */
export function triggering(
  work: ProcessingContext,
  scopeKey: number,
  within: Pick<ProcessInstanceValue, 'processDefinitionKey' | 'processInstanceKey' | 'tenantId'>,
  targetElementId: string,
  variables: Variables,
): number {
  const key = work.nextKey();
  const { processDefinitionKey, processInstanceKey, tenantId } = within;
  const value = { scopeKey, processDefinitionKey, targetElementId, variables, processInstanceKey, tenantId };
  work.event(key, 'PROCESS_EVENT', 'TRIGGERING', value);
  return key;
}

/** An element instance caught an event: it completes, is interrupted, or a non-interrupting boundary event starts. */
export function triggerElement(
  work: ProcessingContext,
  instance: ElementInstance,
  target: ExecutableElement,
  variables: Variables,
): void {
  const eventKey = triggering(work, instance.key, instance.value, target.id, variables);
  if (target.kind === 'start-event' && target.eventSubProcessId !== undefined) {
    triggerEventSubProcess(work, contextOfInstance(work, instance), target, target.eventSubProcessId);
  } else if (target.kind !== 'boundary-event') {
    work.command(instance.key, 'PROCESS_INSTANCE', 'COMPLETE_ELEMENT', instance.value);
  } else if (target.interrupting) {
    work.command(instance.key, 'PROCESS_INSTANCE', 'TERMINATE_ELEMENT', instance.value);
  } else {
    const trigger = {
      eventKey,
      elementId: target.id,
      variables,
      processInstanceKey: instance.value.processInstanceKey,
    };
    activateTriggered(work, contextOfInstance(work, instance), trigger);
  }
}

/** Starts the event element that a trigger names, beside the element instance it was caught on. */
export function activateTriggered(work: ProcessingContext, on: ElementContext, trigger: EventTriggerRow): void {
  triggered(work, on.key, on.value, trigger);
  const element = getElement(on.process, trigger.elementId);
  startTriggeredEvent(work, elementValue(on.value, element, on.value.flowScopeKey), trigger.variables);
}

/** An event that has been caught already: active at once, with what it caught as its own variables, and on its way to its end. */
export function startTriggeredEvent(work: ProcessingContext, value: ProcessInstanceValue, variables: Variables): void {
  const key = work.nextKey();
  work.event(key, 'PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', value);
  work.event(key, 'PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', value);
  setLocalVariables(work, key, value, variables);
  work.command(key, 'PROCESS_INSTANCE', 'COMPLETE_ELEMENT', value);
}

/** PROCESS_EVENT TRIGGERED: the trigger is used up. */
export function triggered(
  work: ProcessingContext,
  scopeKey: number,
  within: ProcessInstanceValue,
  trigger: EventTriggerRow,
): void {
  const { processDefinitionKey, processInstanceKey, tenantId } = within;
  work.event(trigger.eventKey, 'PROCESS_EVENT', 'TRIGGERED', {
    scopeKey,
    processDefinitionKey,
    targetElementId: trigger.elementId,
    variables: {},
    processInstanceKey,
    tenantId,
  });
}
