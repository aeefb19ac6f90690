/** What must hold among the elements of one scope. */
import type { Expression } from '../../feel/expression.js';
import type { BoundaryEventElement, EventTrigger, ExecutableElement, ScopeElement } from '../executable.js';
import { activityOf } from './multi-instance.js';
import type { Problems } from '../problems.js';

/** Start events of a process: at least one, at most one without definition, no message twice. */
export function checkStartEvents(
  scope: ScopeElement,
  elements: ReadonlyMap<string, ExecutableElement>,
  problems: Problems,
): void {
  if (scope.startEventIds.length === 0 && scope.elementType === 'PROCESS') {
    problems.add(scope.id, 'Must have at least one start event');
  }
  if (scope.startEventIds.length !== 1 && scope.elementType !== 'PROCESS') {
    problems.add(scope.id, 'Must have exactly one start event');
  }
  const starts = scope.startEventIds.map((id) => elements.get(id));
  const none = starts.filter((start) => start?.kind === 'start-event' && start.trigger.type === 'none');
  if (none.length > 1 && scope.elementType === 'PROCESS') {
    problems.add(scope.id, 'Multiple none start events are not allowed');
  }
  const triggers = starts.flatMap((start) => (start?.kind === 'start-event' ? [start.trigger] : []));
  for (const name of repeated(triggers.map(signalName))) {
    problems.add(scope.id, `Multiple signal event definitions with the same name '${name}' are not allowed.`);
  }
}

/** Events that wait at the same element: boundary events, starts of event sub-processes, or the targets of an event-based gateway. */
export function checkCompetingEvents(
  element: ExecutableElement,
  elements: ReadonlyMap<string, ExecutableElement>,
  problems: Problems,
): void {
  checkCompetingTriggers(element.id, triggersAt(element, elements), problems);
  const scope = activityOf(element);
  if (scope.kind !== 'scope') return;
  const starts = scope.eventSubProcessStartIds.map((id) => elements.get(id));
  const waiting = starts.flatMap((start) => (start?.kind === 'start-event' ? [start.trigger] : []));
  checkCompetingTriggers(scope.id, waiting, problems);
}

function checkCompetingTriggers(elementId: string, triggers: readonly EventTrigger[], problems: Problems): void {
  for (const name of repeated(triggers.map(messageName))) {
    problems.add(elementId, `Multiple message event definitions with the same name '${name}' are not allowed.`);
  }
  for (const name of repeated(triggers.map(signalName))) {
    problems.add(elementId, `Multiple signal event definitions with the same name '${name}' are not allowed.`);
  }
  const escalations = triggers.filter((trigger) => trigger.type === 'escalation');
  checkCompetingCodes(
    elementId,
    'escalation',
    escalations.map((trigger) => trigger.escalationCode),
    problems,
  );
  const errors = triggers.filter((trigger) => trigger.type === 'error');
  checkCompetingCodes(
    elementId,
    'error',
    errors.map((trigger) => trigger.errorCode),
    problems,
  );
}

/** @param codes of the catch events of one scope; undefined catches all */
function checkCompetingCodes(
  elementId: string,
  what: 'error' | 'escalation',
  codes: readonly (Expression | undefined)[],
  problems: Problems,
): void {
  for (const code of repeated(codes.map((each) => each?.source))) {
    problems.add(
      elementId,
      `Multiple ${what} catch events with the same ${what} code '${code}' are not supported on the same scope.`,
    );
  }
  if (codes.filter((code) => code === undefined).length > 1) {
    problems.add(
      elementId,
      `The same scope can not contain more than one ${what} catch event without ${what} code. ` +
        `An ${what} catch event without ${what} code catches all ${what}s.`,
    );
  }
}

function triggersAt(element: ExecutableElement, elements: ReadonlyMap<string, ExecutableElement>): EventTrigger[] {
  if (element.elementType === 'EVENT_BASED_GATEWAY') {
    return element.outgoing.flatMap((flowId) => {
      const flow = elements.get(flowId);
      const target = flow?.kind === 'sequence-flow' ? elements.get(flow.targetId) : undefined;
      return target?.kind === 'catch-event' ? [target.trigger] : [];
    });
  }
  if (!('boundaryEventIds' in element)) return [];
  const activity = activityOf(element);
  const own: EventTrigger[] = activity.kind === 'receive-task' ? [{ type: 'message', message: activity.message }] : [];
  const attached = element.boundaryEventIds
    .map((id) => elements.get(id))
    .filter((event): event is BoundaryEventElement => event?.kind === 'boundary-event');
  return [...own, ...attached.map((event) => event.trigger)];
}

function messageName(trigger: EventTrigger): string | undefined {
  return trigger.type === 'message' && trigger.message.name.isStatic ? trigger.message.name.source : undefined;
}

function signalName(trigger: EventTrigger): string | undefined {
  return trigger.type === 'signal' && trigger.signal.name.isStatic ? trigger.signal.name.source : undefined;
}

function repeated(values: (string | undefined)[]): Set<string> {
  const stated = values.filter((value) => value !== undefined);
  return new Set(stated.filter((value, index) => stated.indexOf(value) !== index));
}
