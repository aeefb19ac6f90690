/** Events that the token itself brings about: intermediate throw events and end events. */
import type {
  EndEventElement,
  EventTrigger,
  JobWorkerElement,
  PassThroughElement,
  ThrowEventElement,
} from '../executable.js';
import { extensionsOf, findElement, findText, isType, type ModdleElement } from '../moddle.js';
import { transformJobTask, transformPassThrough } from './activities.js';
import { transformThrownCompensation } from './compensation.js';
import type { TransformContext } from './context.js';
import { baseOf, type Source } from './element-base.js';
import { transformThrownEscalation } from './escalations.js';
import { EVENT_TYPES, eventDefinitionsOf, NONE } from './events.js';
import { transformLink } from './links.js';
import { transformSignal } from './signals.js';

export function transformThrowEvent(
  source: Source,
  context: TransformContext,
): PassThroughElement | ThrowEventElement | JobWorkerElement {
  const [definition] = eventDefinitionsOf(source.element);
  if (!definition) return transformPassThrough(source, 'INTERMEDIATE_THROW_EVENT', context);
  if (isType(definition, 'bpmn:MessageEventDefinition')) {
    return transformMessageEvent(source, 'INTERMEDIATE_THROW_EVENT', context);
  }
  const trigger = transformThrown(source.element, definition, context);
  const base = baseOf(source, 'INTERMEDIATE_THROW_EVENT', context, EVENT_TYPES[trigger.type]);
  return { kind: 'throw-event', ...base, trigger };
}

export function transformEndEvent(source: Source, context: TransformContext): EndEventElement | JobWorkerElement {
  const { element } = source;
  if (source.outgoing.length > 0) {
    context.report(element, 'End events must not have outgoing sequence flows to other elements.');
  }
  const [definition] = eventDefinitionsOf(element);
  if (definition?.$type === 'bpmn:MessageEventDefinition') return transformMessageEvent(source, 'END_EVENT', context);
  const trigger = definition ? transformThrown(source.element, definition, context) : NONE;
  const base = baseOf(source, 'END_EVENT', context, EVENT_TYPES[trigger.type]);
  // Zeebe checks the input mappings of other end events and does not carry them out.
  const { inputMappings } = trigger.type === 'signal' ? base : { inputMappings: [] };
  return { kind: 'end-event', ...base, inputMappings, trigger };
}

/** To send the message is the work of a job. */
function transformMessageEvent(
  source: Source,
  elementType: 'INTERMEDIATE_THROW_EVENT' | 'END_EVENT',
  context: TransformContext,
): JobWorkerElement {
  if (extensionsOf(source.element, 'TaskDefinition').length !== 1) {
    context.report(
      source.element,
      "Must have either one 'zeebe:publishMessage' or one 'zeebe:taskDefinition' extension element",
    );
  }
  return { ...transformJobTask(source, elementType, context), eventType: 'MESSAGE' };
}

/** Types that the engine does not know were reported before. */
function transformThrown(event: ModdleElement, definition: ModdleElement, context: TransformContext): EventTrigger {
  switch (definition.$type) {
    case 'bpmn:TerminateEventDefinition':
      return { type: 'terminate' };
    case 'bpmn:SignalEventDefinition':
      return transformSignal(definition, context);
    case 'bpmn:ErrorEventDefinition':
      return transformThrownError(definition, context);
    case 'bpmn:EscalationEventDefinition':
      return transformThrownEscalation(definition, context);
    case 'bpmn:CompensateEventDefinition':
      return transformThrownCompensation(event, definition, context);
    case 'bpmn:LinkEventDefinition':
      return transformLink(definition, context);
    default:
      return NONE;
  }
}

function transformThrownError(definition: ModdleElement, context: TransformContext): EventTrigger {
  const error = findElement(definition, 'errorRef');
  if (!error) {
    context.report(definition, 'Must reference an error');
    return NONE;
  }
  const code = findText(error, 'errorCode');
  if (!code) context.report(definition, 'ErrorCode must be present and not empty');
  return { type: 'error', errorCode: context.findTextOrExpression(error, code) };
}
