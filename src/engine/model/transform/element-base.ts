import type { BpmnElementType, BpmnEventType } from '../../protocol/bpmn-element-type.js';
import { elementsOf, findText, idOf, type ModdleElement } from '../moddle.js';
import type { TransformContext } from './context.js';
import { transformMappings, type Mappings } from './mappings.js';

/** The element under transformation with what its scope knows of it. */
export interface Source {
  readonly element: ModdleElement;
  readonly scopeId: string;
  /** The boundary events attached to each element of the scope. */
  readonly boundaryEventIds: readonly string[];
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
}

export interface BaseProperties extends Mappings {
  readonly id: string;
  readonly name: string | undefined;
  readonly elementType: BpmnElementType;
  readonly eventType: BpmnEventType;
  readonly flowScopeId: string | undefined;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
}

/** What every executable element has. */
export function baseOf(
  source: Source,
  elementType: BpmnElementType,
  context: TransformContext,
  eventType: BpmnEventType = 'UNSPECIFIED',
): BaseProperties {
  const { element } = source;
  return {
    id: idOf(element),
    name: findText(element, 'name'),
    elementType,
    eventType: element['isForCompensation'] === true ? 'COMPENSATION' : eventType,
    flowScopeId: source.scopeId,
    incoming: source.incoming,
    outgoing: source.outgoing,
    ...transformMappings(element, context),
  };
}

/** The flows as the element itself lists them (`bpmn:outgoing`): what some of Zeebe's checks look at. */
export function listedFlows(element: ModdleElement, property: 'incoming' | 'outgoing'): ModdleElement[] {
  return elementsOf(element, property);
}
