import type { GatewayElement, SequenceFlowElement } from '../executable.js';
import { elementsOf, findElement, findText, idOf, isType, type ModdleElement } from '../moddle.js';
import type { TransformContext } from './context.js';
import { baseOf, listedFlows, type Source } from './element-base.js';
import { NO_MAPPINGS } from './mappings.js';

export function transformExclusiveGateway(source: Source, context: TransformContext): GatewayElement {
  return transformConditionalGateway(source, 'EXCLUSIVE_GATEWAY', context);
}

/** It forks; Zeebe 8.5 has no inclusive join. */
export function transformInclusiveGateway(source: Source, context: TransformContext): GatewayElement {
  const gateway = transformConditionalGateway(source, 'INCLUSIVE_GATEWAY', context);
  if (listedFlows(source.element, 'incoming').length > 1) {
    context.report(source.element, 'Currently the inclusive gateway can only have one incoming sequence flow');
  }
  return gateway;
}

function transformConditionalGateway(
  source: Source,
  elementType: 'EXCLUSIVE_GATEWAY' | 'INCLUSIVE_GATEWAY',
  context: TransformContext,
): GatewayElement {
  const { element } = source;
  const defaultFlow = findElement(element, 'default');
  if (defaultFlow && findElement(defaultFlow, 'sourceRef') !== element) {
    context.report(element, 'Default flow must start at gateway');
  }
  const outgoing = listedFlows(element, 'outgoing');
  // Zeebe's own words, although the default flow of an inclusive gateway needs none either.
  const problem =
    elementType === 'INCLUSIVE_GATEWAY' ? 'Must have a condition' : 'Must have a condition or be default flow';
  for (const flow of outgoing.length > 1 ? outgoing : []) {
    const hasCondition = findElement(flow, 'conditionExpression') !== undefined;
    if (!hasCondition && flow !== defaultFlow) context.report(flow, problem);
  }
  return {
    kind: 'gateway',
    ...baseOf(source, elementType, context),
    defaultFlowId: defaultFlow && idOf(defaultFlow),
  };
}

export function transformParallelGateway(source: Source, context: TransformContext): GatewayElement {
  return { kind: 'gateway', ...baseOf(source, 'PARALLEL_GATEWAY', context), defaultFlowId: undefined };
}

export function transformEventBasedGateway(
  source: Source,
  flows: readonly ModdleElement[],
  context: TransformContext,
): GatewayElement {
  const { element } = source;
  const targets = flows
    .filter((flow) => findElement(flow, 'sourceRef') === element)
    .map((flow) => findElement(flow, 'targetRef'))
    .filter((target) => target !== undefined);
  if (targets.length < 2) context.report(element, 'Event-based gateway must have at least 2 outgoing sequence flows.');
  if (!targets.every(isCatchEvent)) {
    context.report(
      element,
      'Event-based gateway must not have an outgoing sequence flow to other elements than message/timer/signal intermediate catch events.',
    );
  }
  const hasOtherIncoming = flows.some((flow) => {
    const target = findElement(flow, 'targetRef');
    return target !== undefined && targets.includes(target) && findElement(flow, 'sourceRef') !== element;
  });
  if (hasOtherIncoming) {
    context.report(
      element,
      'Target elements of an event gateway must not have any additional incoming sequence flows other than that from the event gateway.',
    );
  }
  return { kind: 'gateway', ...baseOf(source, 'EVENT_BASED_GATEWAY', context), defaultFlowId: undefined };
}

function isCatchEvent(element: ModdleElement): boolean {
  if (!isType(element, 'bpmn:IntermediateCatchEvent')) return false;
  return elementsOf(element, 'eventDefinitions').every((definition) =>
    isType(definition, 'bpmn:MessageEventDefinition', 'bpmn:TimerEventDefinition', 'bpmn:SignalEventDefinition'),
  );
}

export function transformSequenceFlow(
  flow: ModdleElement,
  scopeId: string,
  context: TransformContext,
): SequenceFlowElement {
  const source = findElement(flow, 'sourceRef');
  const target = findElement(flow, 'targetRef');
  const condition = findElement(flow, 'conditionExpression');
  return {
    kind: 'sequence-flow',
    id: idOf(flow),
    name: findText(flow, 'name'),
    elementType: 'SEQUENCE_FLOW',
    eventType: 'UNSPECIFIED',
    flowScopeId: scopeId,
    incoming: [],
    outgoing: [],
    ...NO_MAPPINGS,
    sourceId: source ? idOf(source) : '',
    targetId: target ? idOf(target) : '',
    condition: condition && context.feel(condition, (findText(condition, 'body') ?? '').trim()),
  };
}
