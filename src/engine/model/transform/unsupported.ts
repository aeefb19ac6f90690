/** What Zeebe 8.5 runs and this engine does not yet, refused at deployment by element id, name and type. */
import { elementsOf, findExtension, isType, type ModdleElement } from '../moddle.js';
import type { TransformContext } from './context.js';

const SUPPORTED_ELEMENTS = [
  'bpmn:SubProcess',
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:ScriptTask',
  'bpmn:BusinessRuleTask',
  'bpmn:UserTask',
  'bpmn:ReceiveTask',
  'bpmn:ManualTask',
  'bpmn:Task',
  'bpmn:CallActivity',
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:EventBasedGateway',
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:IntermediateCatchEvent',
  'bpmn:IntermediateThrowEvent',
  'bpmn:BoundaryEvent',
];

/** Elements that Zeebe does not know either. */
const UNKNOWN_TO_ZEEBE = ['bpmn:ComplexGateway', 'bpmn:Transaction', 'bpmn:AdHocSubProcess'];

const DEFINITIONS: Readonly<Record<string, readonly string[]>> = {
  'bpmn:StartEvent': [
    'bpmn:MessageEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:ErrorEventDefinition',
    'bpmn:EscalationEventDefinition',
  ],
  'bpmn:EndEvent': [
    'bpmn:CompensateEventDefinition',
    'bpmn:ErrorEventDefinition',
    'bpmn:TerminateEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:EscalationEventDefinition',
    'bpmn:MessageEventDefinition',
  ],
  'bpmn:IntermediateCatchEvent': [
    'bpmn:MessageEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:LinkEventDefinition',
  ],
  'bpmn:IntermediateThrowEvent': [
    'bpmn:CompensateEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:EscalationEventDefinition',
    'bpmn:LinkEventDefinition',
    'bpmn:MessageEventDefinition',
  ],
  'bpmn:BoundaryEvent': [
    'bpmn:CompensateEventDefinition',
    'bpmn:MessageEventDefinition',
    'bpmn:TimerEventDefinition',
    'bpmn:SignalEventDefinition',
    'bpmn:ErrorEventDefinition',
    'bpmn:EscalationEventDefinition',
  ],
};

/** Reports and answers true when the engine does not support the element. */
export function reportUnsupported(element: ModdleElement, context: TransformContext): boolean {
  if (UNKNOWN_TO_ZEEBE.includes(element.$type)) {
    context.report(
      element,
      `Elements of type '${typeName(element)}' are currently not supported. Please refer to the documentation for ` +
        'a list of supported elements: https://docs.camunda.io/docs/components/modeler/bpmn/bpmn-coverage/',
    );
    return true;
  }
  const feature = findUnsupportedFeature(element);
  if (feature === undefined) return false;
  const name = element.name ? ` “${element.name}”` : '';
  context.report(element, `${feature} not supported by the embedded engine yet (${typeName(element)}${name})`);
  return true;
}

function findUnsupportedFeature(element: ModdleElement): string | undefined {
  if (!SUPPORTED_ELEMENTS.includes(element.$type)) return `Elements of type '${typeName(element)}' are`;
  if (isType(element, 'bpmn:UserTask') && findExtension(element, 'UserTask'))
    return 'Native user tasks (zeebe:userTask) are';
  if (isType(element, 'bpmn:SendTask') && findExtension(element, 'PublishMessage'))
    return 'Send tasks with zeebe:publishMessage are';
  if (findExtension(element, 'ExecutionListeners')) return 'Execution listeners are';
  return findUnsupportedDefinition(element);
}

function findUnsupportedDefinition(element: ModdleElement): string | undefined {
  const supported = DEFINITIONS[element.$type] ?? [];
  const definition = elementsOf(element, 'eventDefinitions').find((candidate) => !supported.includes(candidate.$type));
  return definition && `Events with a definition of type '${typeName(definition)}' are`;
}

/** `bpmn:ServiceTask` → `ServiceTask`. */
function typeName(element: ModdleElement): string {
  return element.$type.split(':').at(-1) ?? element.$type;
}
