import type { BpmnElementType } from '../protocol/bpmn-element-type.js';

/**
 * What appliers must know of a deployed process beyond its records: where its sequence flows lead. It never changes for a
 * process definition key, so replay sees the same.
 */
export interface ProcessGraphs {
  /** The element that the sequence flow leads to. */
  flowTarget(
    processDefinitionKey: number,
    flowId: string,
  ): { readonly id: string; readonly elementType: BpmnElementType };
  /** Some process has event sub-processes: else nothing is ever asked about them. */
  readonly hasEventSubProcesses: boolean;
  /** The event sub-process that interrupts its scope when the element, its start event, is caught; undefined for others. */
  interruptingEventSubProcess(processDefinitionKey: number, elementId: string): string | undefined;
  /** Ids of the sequence flows into the element that are taken to reach it (none after an event-based gateway). */
  takenIncoming(processDefinitionKey: number, elementId: string): readonly string[];
}
