/** What completed activities leave behind so that they can be undone, and the undoing. */
import type { BoundaryEventElement, ExecutableElement } from '../../../model/executable.js';
import type { CompensationSubscriptionValue } from '../../../protocol/value-types.js';
import { getElement } from '../../models.js';
import type { ProcessingContext } from '../../processing-context.js';
import { elementValue } from '../../record-values.js';
import type { ElementContext } from '../element-processor.js';

type Subscription = readonly [key: number, value: CompensationSubscriptionValue];

/** At the completion of an activity with a compensation boundary event, or of a sub-process that holds such ones. */
export function createCompensationSubscription(work: ProcessingContext, context: ElementContext): void {
  if (!context.process.hasCompensation) return;
  const { key, value, element, process } = context;
  const boundary = findCompensationBoundary(context.process.elements, element);
  const handlerId = boundary?.trigger.type === 'compensation' ? boundary.trigger.handlerId : undefined;
  if (handlerId === undefined && !subscriptionsOf(work, context).some(([, each]) => isIn(each, key))) return;
  if (process.root.id === element.id) return;
  work.event(work.nextKey(), 'COMPENSATION_SUBSCRIPTION', 'CREATED', {
    processInstanceKey: value.processInstanceKey,
    processDefinitionKey: value.processDefinitionKey,
    compensableActivityId: element.id,
    compensableActivityInstanceKey: key,
    compensableActivityScopeKey: value.flowScopeKey,
    compensationHandlerId: handlerId ?? '',
    compensationHandlerInstanceKey: -1,
    throwEventId: '',
    throwEventInstanceKey: -1,
    variables: {},
    tenantId: value.tenantId,
  });
}

/**
 * A throw or end event starts the handlers of its scope's completed activities, and of what lies in completed
 * sub-processes. Returns false when there are none.
 */
export function triggerCompensation(
  work: ProcessingContext,
  context: ElementContext,
  activityId: string | undefined,
): boolean {
  const waiting = subscriptionsOf(work, context).filter(([, value]) => value.throwEventInstanceKey === -1);
  const wanted = inScope(waiting, context.value.flowScopeKey).filter(
    ([, value]) => activityId === undefined || value.compensableActivityId === activityId,
  );
  for (const subscription of wanted) triggerOne(work, context, subscription, waiting);
  return wanted.length > 0;
}

function triggerOne(
  work: ProcessingContext,
  context: ElementContext,
  [key, value]: Subscription,
  waiting: readonly Subscription[],
): void {
  const handlerKey = value.compensationHandlerId === '' ? -1 : startHandler(work, context, value);
  work.event(key, 'COMPENSATION_SUBSCRIPTION', 'TRIGGERED', {
    ...value,
    compensationHandlerInstanceKey: handlerKey,
    throwEventId: context.element.id,
    throwEventInstanceKey: context.key,
  });
  for (const inner of inScope(waiting, value.compensableActivityInstanceKey)) triggerOne(work, context, inner, waiting);
}

/** The boundary event passes; the handler is started in the scope of the throwing event, wherever it is drawn. */
function startHandler(
  work: ProcessingContext,
  { process, value }: ElementContext,
  subscription: CompensationSubscriptionValue,
): number {
  const activity = getElement(process, subscription.compensableActivityId);
  const boundary = findCompensationBoundary(process.elements, activity);
  if (boundary === undefined) throw new Error(`Expected ${activity.id} to have a compensation boundary event`);
  const boundaryKey = work.nextKey();
  const boundaryValue = elementValue(value, boundary, value.flowScopeKey);
  work.event(boundaryKey, 'PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', boundaryValue);
  work.event(boundaryKey, 'PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', boundaryValue);
  work.event(boundaryKey, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETING', boundaryValue);
  work.event(boundaryKey, 'PROCESS_INSTANCE', 'ELEMENT_COMPLETED', boundaryValue);
  const handler = getElement(process, subscription.compensationHandlerId);
  const handlerKey = work.nextKey();
  const handlerValue = elementValue(value, handler, value.flowScopeKey);
  work.command(handlerKey, 'PROCESS_INSTANCE', 'ACTIVATE_ELEMENT', handlerValue);
  return handlerKey;
}

/** A handler completed: when it was the last one, the event that started it goes on. */
export function completeCompensationHandler(work: ProcessingContext, context: ElementContext): void {
  if (!context.process.hasCompensation) return;
  const done = subscriptionsOf(work, context).find(([, value]) => value.compensationHandlerInstanceKey === context.key);
  if (done === undefined) return;
  completeSubscription(work, context, done);
  const { throwEventInstanceKey } = done[1];
  const isLast = !subscriptionsOf(work, context).some(
    ([, each]) => each.throwEventInstanceKey === throwEventInstanceKey,
  );
  const thrower = isLast ? work.state.elementInstances.find(throwEventInstanceKey) : undefined;
  if (thrower !== undefined) work.command(thrower.key, 'PROCESS_INSTANCE', 'COMPLETE_ELEMENT', thrower.value);
}

/** And with it the sub-process around, when nothing in that is left to undo and it has no handler itself. */
function completeSubscription(work: ProcessingContext, context: ElementContext, [key, value]: Subscription): void {
  work.event(key, 'COMPENSATION_SUBSCRIPTION', 'COMPLETED', value);
  const left = subscriptionsOf(work, context);
  if (inScope(left, value.compensableActivityScopeKey).length > 0) return;
  const around = left.find(([, each]) => each.compensableActivityInstanceKey === value.compensableActivityScopeKey);
  if (around?.[1].compensationHandlerId === '') completeSubscription(work, context, around);
}

/** The scope ends: what is in it cannot be undone any more. */
export function deleteCompensationSubscriptions(work: ProcessingContext, context: ElementContext): void {
  if (!context.process.hasCompensation) return;
  const all = subscriptionsOf(work, context);
  const lost = context.value.bpmnElementType === 'PROCESS' ? all : within(all, context.key);
  for (const [key, value] of lost) work.event(key, 'COMPENSATION_SUBSCRIPTION', 'DELETED', value);
}

function within(all: readonly Subscription[], scopeKey: number): Subscription[] {
  const direct = inScope(all, scopeKey);
  return direct.flatMap((each) => [each, ...within(all, each[1].compensableActivityInstanceKey)]);
}

function inScope(subscriptions: readonly Subscription[], scopeKey: number): Subscription[] {
  return subscriptions.filter(([, value]) => isIn(value, scopeKey));
}

function isIn(value: CompensationSubscriptionValue, scopeKey: number): boolean {
  return value.compensableActivityScopeKey === scopeKey;
}

/** Of the process instance, oldest first. */
function subscriptionsOf(work: ProcessingContext, { value }: ElementContext): Subscription[] {
  return Array.from(work.state.compensationSubscriptions.entries(value.processInstanceKey));
}

function findCompensationBoundary(
  elements: ReadonlyMap<string, ExecutableElement>,
  element: ExecutableElement,
): BoundaryEventElement | undefined {
  const ids = 'boundaryEventIds' in element ? element.boundaryEventIds : [];
  const events = ids.map((id) => elements.get(id));
  return events.find(
    (event): event is BoundaryEventElement => event?.kind === 'boundary-event' && event.trigger.type === 'compensation',
  );
}
