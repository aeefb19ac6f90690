import type { ExecutableElement, ExecutableProcess } from '../../../model/executable.js';
import type { ProcessInstanceValue } from '../../../protocol/value-types.js';
import { isActive } from '../../../state/element-instances.js';
import type { ElementInstance } from '../../../state/rows.js';
import { getElement } from '../../models.js';
import type { ProcessingContext } from '../../processing-context.js';
import type { ElementContext } from '../element-processor.js';

export function contextOf(work: ProcessingContext, key: number, value: ProcessInstanceValue): ElementContext {
  const process = work.models.get(value.processDefinitionKey);
  const element = getElement(process, value.elementId);
  const isInner = element.kind === 'multi-instance' && value.bpmnElementType !== 'MULTI_INSTANCE_BODY';
  return { key, value, process, element: isInner ? element.inner : element };
}

export function contextOfInstance(work: ProcessingContext, instance: ElementInstance): ElementContext {
  return contextOf(work, instance.key, instance.value);
}

/** The scope that the element instance lives in: its flow scope, or the call activity that started its process instance. */
export function findContainer(work: ProcessingContext, { value }: ElementContext): ElementContext | undefined {
  const key = value.bpmnElementType === 'PROCESS' ? value.parentElementInstanceKey : value.flowScopeKey;
  const instance = key > 0 ? work.state.elementInstances.find(key) : undefined;
  return instance && contextOfInstance(work, instance);
}

/**
 * Where what an element throws is looked for: on the instance, the scopes around it, the call activity that started its
 * process instance, and so on outwards. Where something has been ended or interrupted already, Zeebe goes on at the call activity.
 */
export function* outwardsFrom(
  work: ProcessingContext,
  from: ElementInstance | undefined,
): Generator<ElementInstance, void> {
  let instance = from;
  while (instance !== undefined) {
    const { value, parentKey } = instance;
    const isOpen = isActive(instance) && instance.interruptedBy === undefined;
    const isInside = isOpen && value.bpmnElementType !== 'PROCESS';
    if (isOpen) yield instance;
    const outer: number = isInside ? parentKey : value.parentElementInstanceKey;
    instance = outer > 0 ? work.state.elementInstances.find(outer) : undefined;
  }
}

/** The instance of the flow scope, where it can still take new elements. */
export function hasActiveFlowScope(work: ProcessingContext, { value }: ElementContext): boolean {
  const scope = work.state.elementInstances.find(value.flowScopeKey);
  return scope?.state === 'ELEMENT_ACTIVATED' && scope.interruptedBy === undefined;
}

export function elementsOf<E extends ExecutableElement>(
  context: ElementContext,
  ids: readonly string[],
  kind: E['kind'],
): E[] {
  return ids.map((id) => {
    const element = getElement(context.process, id);
    if (element.kind !== kind) throw new Error(`Expected ${id} to be a ${kind}, found ${element.kind}`);
    return element as E;
  });
}

/** The event starts when the gateway before it has caught it: it waits for nothing itself. */
export function isAfterEventGateway(process: ExecutableProcess, element: ExecutableElement): boolean {
  return element.incoming.some((flowId) => {
    const flow = process.elements.get(flowId);
    return flow?.kind === 'sequence-flow' && process.elements.get(flow.sourceId)?.elementType === 'EVENT_BASED_GATEWAY';
  });
}
