import {
  evaluateCorrelationKey,
  evaluateCycle,
  evaluateDateTime,
  evaluateDurationFrom,
  evaluateString,
  firstDueDateOfCycle,
} from '../../../feel/evaluate-as.js';
import type {
  EventTrigger,
  ExecutableElement,
  MessageDefinition,
  SignalDefinition,
} from '../../../model/executable.js';
import { keyText } from '../../../state/correlation-id.js';
import type { ProcessingContext } from '../../processing-context.js';
import { processIds } from '../../record-values.js';
import type { ElementContext, Failure } from '../element-processor.js';
import { expressionContext } from './expression-context.js';

interface MessageWait {
  readonly elementId: string;
  readonly interrupting: boolean;
  readonly messageName: string;
  readonly correlationKey: string;
}

interface SignalWait {
  readonly elementId: string;
  readonly signalName: string;
}

interface TimerWait {
  readonly elementId: string;
  readonly dueDate: number;
  readonly repetitions: number;
}

interface Waits {
  readonly messages: MessageWait[];
  readonly timers: TimerWait[];
  readonly signals: SignalWait[];
}

/**
 * Opens what the element instance waits for: messages, timers and signals of the given elements (itself, its boundary events, the
 * events after an event-based gateway). All expressions are evaluated first, so that a failure leaves nothing open.
 */
export function subscribeToEvents(
  work: ProcessingContext,
  context: ElementContext,
  elements: readonly ExecutableElement[],
): Failure | undefined {
  const waits: Waits = { messages: [], timers: [], signals: [] };
  for (const element of elements) {
    const failure = evaluateWait(work, context, element, waits);
    if (failure !== undefined) return failure;
  }
  for (const message of waits.messages) subscribeToMessage(work, context, message);
  for (const timer of waits.timers) createTimer(work, context, timer);
  for (const signal of waits.signals) subscribeToSignal(work, context, signal);
  return undefined;
}

function triggerOf(element: ExecutableElement): EventTrigger | undefined {
  if (element.kind === 'catch-event' || element.kind === 'boundary-event' || element.kind === 'start-event') {
    return element.trigger;
  }
  return element.kind === 'receive-task' ? { type: 'message', message: element.message } : undefined;
}

function evaluateWait(
  work: ProcessingContext,
  context: ElementContext,
  element: ExecutableElement,
  waits: Waits,
): Failure | undefined {
  const trigger = triggerOf(element);
  switch (trigger?.type) {
    case 'message':
      return evaluateMessage(work, context, element, trigger.message, waits.messages);
    case 'signal':
      return evaluateSignal(work, context, element, trigger.signal, waits.signals);
    case 'timer': {
      const timer = evaluateTimer(work, context.key, trigger);
      if (typeof timer === 'string') return { errorType: 'EXTRACT_VALUE_ERROR', message: timer };
      waits.timers.push({ elementId: element.id, ...timer });
      return undefined;
    }
    default:
      return undefined;
  }
}

function evaluateSignal(
  work: ProcessingContext,
  context: ElementContext,
  element: ExecutableElement,
  signal: SignalDefinition,
  signals: SignalWait[],
): Failure | undefined {
  const name = evaluateString(signal.name, expressionContext(work, context.key));
  if (!name.ok) return { errorType: 'EXTRACT_VALUE_ERROR', message: name.failure };
  signals.push({ elementId: element.id, signalName: name.value });
  return undefined;
}

function evaluateMessage(
  work: ProcessingContext,
  context: ElementContext,
  element: ExecutableElement,
  message: MessageDefinition,
  messages: MessageWait[],
): Failure | undefined {
  const name = evaluateString(message.name, expressionContext(work, context.key));
  if (!name.ok) return { errorType: 'EXTRACT_VALUE_ERROR', message: name.failure };
  if (message.correlationKey === undefined) {
    return { errorType: 'EXTRACT_VALUE_ERROR', message: `Expected message '${name.value}' to have a correlation key` };
  }
  // A boundary event stands outside the activity: its key is looked for there.
  const keyScope = element.kind === 'boundary-event' ? context.value.flowScopeKey : context.key;
  const key = evaluateCorrelationKey(message.correlationKey, expressionContext(work, keyScope));
  if (!key.ok) return { errorType: 'EXTRACT_VALUE_ERROR', message: key.failure, variableScopeKey: keyScope };
  const interrupting = 'interrupting' in element ? element.interrupting : true;
  messages.push({ elementId: element.id, interrupting, messageName: name.value, correlationKey: key.value });
  return undefined;
}

/** When the timer is due and how often, or why its expression cannot be used. */
export function evaluateTimer(
  work: ProcessingContext,
  scopeKey: number,
  trigger: EventTrigger & { type: 'timer' },
): { dueDate: number; repetitions: number } | string {
  const scope = expressionContext(work, scopeKey);
  if (trigger.timerType === 'cycle') {
    const cycle = evaluateCycle(trigger.expression, scope);
    if (!cycle.ok) return cycle.failure;
    return { dueDate: firstDueDateOfCycle(cycle.value, work.now), repetitions: cycle.value.repetitions };
  }
  const due =
    trigger.timerType === 'date'
      ? evaluateDateTime(trigger.expression, scope)
      : evaluateDurationFrom(trigger.expression, scope, work.now);
  return due.ok ? { dueDate: due.value, repetitions: 1 } : due.failure;
}

function subscribeToMessage(work: ProcessingContext, context: ElementContext, wait: MessageWait): void {
  const { processInstanceKey, bpmnProcessId, tenantId } = processIds(context.value);
  const value = {
    processInstanceKey,
    elementInstanceKey: context.key,
    bpmnProcessId,
    messageKey: -1,
    messageName: wait.messageName,
    correlationKey: wait.correlationKey,
    interrupting: wait.interrupting,
    variables: {},
    tenantId,
  };
  work.event(work.nextKey(), 'PROCESS_MESSAGE_SUBSCRIPTION', 'CREATING', { ...value, elementId: wait.elementId });
  work.command(-1, 'MESSAGE_SUBSCRIPTION', 'CREATE', value);
}

function subscribeToSignal(work: ProcessingContext, context: ElementContext, wait: SignalWait): void {
  const { processDefinitionKey, bpmnProcessId, tenantId } = processIds(context.value);
  work.event(work.nextKey(), 'SIGNAL_SUBSCRIPTION', 'CREATED', {
    signalName: wait.signalName,
    processDefinitionKey,
    bpmnProcessId,
    catchEventId: wait.elementId,
    catchEventInstanceKey: context.key,
    tenantId,
  });
}

export function createTimer(work: ProcessingContext, context: ElementContext, wait: TimerWait): void {
  const { processInstanceKey, processDefinitionKey, tenantId } = processIds(context.value);
  work.event(work.nextKey(), 'TIMER', 'CREATED', {
    elementInstanceKey: context.key,
    processInstanceKey,
    dueDate: wait.dueDate,
    targetElementId: wait.elementId,
    repetitions: wait.repetitions,
    processDefinitionKey,
    tenantId,
  });
}

/**
 * Closes what the element instance still waits for.
 * @param isMeant which of it, by the id of the event; everything when left out
 */
export function unsubscribeFromEvents(
  work: ProcessingContext,
  { key: elementInstanceKey, process }: Pick<ElementContext, 'key' | 'process'>,
  isMeant: (eventId: string) => boolean = () => true,
): void {
  for (const key of work.state.timersByElement.keys(elementInstanceKey)) {
    const timer = work.state.timers.get(key);
    if (isMeant(timer.targetElementId)) work.event(key, 'TIMER', 'CANCELED', timer);
  }
  for (const [, row] of Array.from(work.state.processMessageSubscriptions.entries(elementInstanceKey))) {
    if (row.state === 'CLOSING' || !isMeant(row.value.elementId)) continue;
    work.event(row.key, 'PROCESS_MESSAGE_SUBSCRIPTION', 'DELETING', row.value);
    const { elementId: _, ...value } = row.value;
    work.command(-1, 'MESSAGE_SUBSCRIPTION', 'DELETE', value);
  }
  if (process.waitsForSignals) closeSignalSubscriptions(work, elementInstanceKey, isMeant);
}

/** Of an element instance, or of a process definition's start events. */
export function closeSignalSubscriptions(
  work: ProcessingContext,
  ownerKey: number,
  isMeant: (eventId: string) => boolean = () => true,
): void {
  for (const [key, name] of Array.from(work.state.signalSubscriptionsByOwner.entries(ownerKey))) {
    const subscription = work.state.signalSubscriptions.find(keyText(name), ownerKey);
    if (subscription === undefined || !isMeant(subscription.value.catchEventId)) continue;
    work.event(key, 'SIGNAL_SUBSCRIPTION', 'DELETED', subscription.value);
  }
}
