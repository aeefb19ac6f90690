import type { EventTrigger } from '../executable.js';
import { elementsOf, findElement, idOf, isType, type ModdleElement } from '../moddle.js';
import type { TransformContext } from './context.js';

type CompensationTrigger = Extract<EventTrigger, { type: 'compensation' }>;

/** A compensation boundary event leads to the activity that undoes the one it is attached to, by an association. */
export function transformCaughtCompensation(event: ModdleElement, context: TransformContext): CompensationTrigger {
  const handler = findHandler(event);
  if (handler && boundaryEventsOf(handler).length > 0) {
    context.report(handler, 'A compensation handler should have no boundary events');
  }
  return { type: 'compensation', activityId: undefined, handlerId: handler && idOf(handler) };
}

/** What a boundary event's association leads to. */
export function findHandler(event: ModdleElement): ModdleElement | undefined {
  const scope = event.$parent;
  const associations = scope ? elementsOf(scope, 'artifacts').filter((each) => isType(each, 'bpmn:Association')) : [];
  const own = associations.find((each) => findElement(each, 'sourceRef') === event);
  return own && findElement(own, 'targetRef');
}

export function transformThrownCompensation(
  event: ModdleElement,
  definition: ModdleElement,
  context: TransformContext,
): CompensationTrigger {
  const activity = findElement(definition, 'activityRef');
  const kind = isType(event, 'bpmn:EndEvent') ? 'end' : 'intermediate throwing';
  if (definition['waitForCompletion'] === false) {
    context.report(event, `A compensation ${kind} event waitForCompletion attribute must be true or not present`);
  }
  if (activity && activity.$parent !== event.$parent) {
    const problem = `The referenced compensation activity '${idOf(activity)}' must be in the same scope as the compensation throw event`;
    context.report(definition, problem);
  } else if (activity && !isType(activity, 'bpmn:SubProcess') && !boundaryEventsOf(activity).some(isCompensation)) {
    const problem = `The referenced compensation activity '${idOf(activity)}' must have either a compensation boundary event or be a subprocess`;
    context.report(definition, problem);
  }
  return { type: 'compensation', activityId: activity && idOf(activity), handlerId: undefined };
}

function boundaryEventsOf(activity: ModdleElement): ModdleElement[] {
  const scope = activity.$parent;
  const nodes = scope ? elementsOf(scope, 'flowElements') : [];
  return nodes.filter((node) => findElement(node, 'attachedToRef') === activity);
}

function isCompensation(event: ModdleElement): boolean {
  return elementsOf(event, 'eventDefinitions').some((each) => isType(each, 'bpmn:CompensateEventDefinition'));
}
