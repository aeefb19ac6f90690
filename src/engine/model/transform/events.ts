import type { BoundaryEventElement, CatchEventElement, EventTrigger, StartEventElement } from '../executable.js';
import type { BpmnEventType } from '../../protocol/bpmn-element-type.js';
import { elementsOf, findElement, idOf, type ModdleElement } from '../moddle.js';
import { caughtCode } from './caught-code.js';
import type { TransformContext } from './context.js';
import { baseOf, listedFlows, type Source } from './element-base.js';
import { findHandler, transformCaughtCompensation } from './compensation.js';
import { checkEscalationBoundary, transformCaughtEscalation } from './escalations.js';
import { transformLink } from './links.js';
import { transformMessage, transformStartMessage } from './messages.js';
import { transformSignal, transformStartSignal } from './signals.js';
import { transformStartTimer, transformTimer } from './timers.js';

export const EVENT_TYPES: Readonly<Record<EventTrigger['type'], BpmnEventType>> = {
  none: 'NONE',
  message: 'MESSAGE',
  signal: 'SIGNAL',
  timer: 'TIMER',
  error: 'ERROR',
  escalation: 'ESCALATION',
  link: 'LINK',
  compensation: 'COMPENSATION',
  terminate: 'TERMINATE',
};

export const NONE: EventTrigger = { type: 'none' };

export function eventDefinitionsOf(element: ModdleElement): ModdleElement[] {
  return elementsOf(element, 'eventDefinitions');
}

/** Start events of a process: none, message, signal or timer; of an embedded sub-process: none. */
export function transformStartEvent(
  source: Source,
  isInProcess: boolean,
  context: TransformContext,
): StartEventElement {
  const { element } = source;
  const [definition] = eventDefinitionsOf(element);
  if (definition && !isInProcess && element.$parent)
    context.report(element.$parent, 'Start events in subprocesses must be of type none');
  const trigger = definition ? transformStartTrigger(element, definition, context) : NONE;
  const base = baseOf(source, 'START_EVENT', context, EVENT_TYPES[trigger.type]);
  return { kind: 'start-event', ...base, trigger, interrupting: true, eventSubProcessId: undefined };
}

/** The one start event of an event sub-process: what the scope around that waits for. */
export function transformEventSubProcessStart(source: Source, context: TransformContext): StartEventElement {
  const { element } = source;
  const { $parent: eventSubProcess } = element;
  if (!eventSubProcess) throw new Error(`Expected start event ${idOf(element)} to stand in an event sub-process`);
  const [definition] = eventDefinitionsOf(element);
  const trigger = definition ? transformTrigger(element, definition, context) : NONE;
  const interrupting = element['isInterrupting'] !== false;
  const isOnly = elementsOf(eventSubProcess, 'flowElements').every(
    (other) => other === element || other.$type !== element.$type,
  );
  if (isOnly && (trigger.type === 'none' || trigger.type === 'link')) {
    context.report(
      eventSubProcess,
      'Start events in event subprocesses must be one of: message, timer, error, signal or escalation',
    );
  }
  if (!interrupting && trigger.type === 'error') {
    context.report(eventSubProcess, 'Non-Interrupting event of this type is not allowed');
  }
  if (interrupting && trigger.type === 'timer' && trigger.timerType === 'cycle') {
    context.report(eventSubProcess, 'Interrupting timer event with time cycle is not allowed.');
  }
  const base = baseOf(source, 'START_EVENT', context, EVENT_TYPES[trigger.type]);
  return { kind: 'start-event', ...base, trigger, interrupting, eventSubProcessId: idOf(eventSubProcess) };
}

function transformStartTrigger(
  start: ModdleElement,
  definition: ModdleElement,
  context: TransformContext,
): EventTrigger {
  switch (definition.$type) {
    case 'bpmn:MessageEventDefinition':
      return { type: 'message', message: transformStartMessage(start, definition, context) };
    case 'bpmn:SignalEventDefinition':
      return transformStartSignal(start, definition, context);
    case 'bpmn:TimerEventDefinition':
      return transformStartTimer(start, definition, context);
    // Zeebe lets these pass at the start of a process, where nothing ever triggers them.
    case 'bpmn:ErrorEventDefinition':
      return { type: 'error', errorCode: caughtCode(definition, 'error', context) };
    case 'bpmn:EscalationEventDefinition':
      return transformCaughtEscalation(definition, context);
    default:
      return NONE;
  }
}

export function transformCatchEvent(source: Source, context: TransformContext): CatchEventElement {
  const { element } = source;
  const definition = exactlyOneDefinition(element, context);
  const trigger = definition ? transformTrigger(element, definition, context) : NONE;
  if (definition?.$type === 'bpmn:TimerEventDefinition' && trigger.type === 'timer') {
    const isStated = findElement(definition, 'timeDuration') ?? findElement(definition, 'timeDate');
    if (!isStated) {
      context.report(element, 'Intermediate timer catch event must have either a time duration or a time date.');
    }
  }
  const base = baseOf(source, 'INTERMEDIATE_CATCH_EVENT', context, EVENT_TYPES[trigger.type]);
  return { kind: 'catch-event', ...base, trigger };
}

export function transformBoundaryEvent(source: Source, context: TransformContext): BoundaryEventElement {
  const { element } = source;
  const definition = exactlyOneDefinition(element, context);
  const trigger = definition ? transformTrigger(element, definition, context) : NONE;
  const attachedTo = findElement(element, 'attachedToRef');
  const interrupting = element['cancelActivity'] !== false;
  if (!attachedTo) context.report(element, 'Must be attached to an activity');
  if (listedFlows(element, 'incoming').length > 0) context.report(element, 'Cannot have incoming sequence flows');
  if (listedFlows(element, 'outgoing').length === 0 && !findHandler(element)) {
    context.report(element, 'Must have at least one outgoing sequence flow or association');
  }
  if (trigger.type === 'escalation') checkEscalationBoundary(element, context);
  if (!interrupting && (trigger.type === 'error' || trigger.type === 'compensation')) {
    context.report(element, 'Non-Interrupting event of this type is not allowed');
  }
  if (interrupting && trigger.type === 'timer' && trigger.timerType === 'cycle') {
    context.report(element, 'Interrupting timer event with time cycle is not allowed.');
  }
  const base = baseOf(source, 'BOUNDARY_EVENT', context, EVENT_TYPES[trigger.type]);
  return { kind: 'boundary-event', ...base, trigger, attachedToId: attachedTo ? idOf(attachedTo) : '', interrupting };
}

function exactlyOneDefinition(element: ModdleElement, context: TransformContext): ModdleElement | undefined {
  const definitions = eventDefinitionsOf(element);
  if (definitions.length === 1) return definitions[0];
  context.report(element, 'Must have exactly one event definition');
  for (const definition of definitions) transformTrigger(element, definition, context);
  return undefined;
}

/** Of a catching event; types that the engine does not know were reported before. */
function transformTrigger(event: ModdleElement, definition: ModdleElement, context: TransformContext): EventTrigger {
  switch (definition.$type) {
    case 'bpmn:MessageEventDefinition':
      return { type: 'message', message: transformMessage(definition, context) };
    case 'bpmn:SignalEventDefinition':
      return transformSignal(definition, context);
    case 'bpmn:TimerEventDefinition':
      return transformTimer(event, definition, context);
    case 'bpmn:ErrorEventDefinition':
      return { type: 'error', errorCode: caughtCode(definition, 'error', context) };
    case 'bpmn:EscalationEventDefinition':
      return transformCaughtEscalation(definition, context);
    case 'bpmn:LinkEventDefinition':
      return transformLink(definition, context);
    case 'bpmn:CompensateEventDefinition':
      return transformCaughtCompensation(event, context);
    default:
      return NONE;
  }
}
