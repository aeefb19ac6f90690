/** Values that records begin from, filled in by the processors that append them. */
import type { ExecutableElement, ExecutableProcess } from '../model/executable.js';
import { DEFAULT_TENANT } from '../protocol/record.js';
import type { ProcessInstanceValue } from '../protocol/value-types.js';
import type { ProcessRow } from '../state/rows.js';

/** The value of a new process instance. */
export function processInstanceValue(
  process: Pick<ProcessRow, 'key' | 'bpmnProcessId' | 'version'>,
  processInstanceKey: number,
  parent?: { readonly processInstanceKey: number; readonly elementInstanceKey: number },
): ProcessInstanceValue {
  return {
    bpmnElementType: 'PROCESS',
    elementId: process.bpmnProcessId,
    bpmnProcessId: process.bpmnProcessId,
    version: process.version,
    processDefinitionKey: process.key,
    processInstanceKey,
    flowScopeKey: -1,
    bpmnEventType: 'UNSPECIFIED',
    parentProcessInstanceKey: parent?.processInstanceKey ?? -1,
    parentElementInstanceKey: parent?.elementInstanceKey ?? -1,
    tenantId: DEFAULT_TENANT,
  };
}

/** The value of an element (or sequence flow) in the scope. */
export function elementValue(
  within: ProcessInstanceValue,
  element: ExecutableElement,
  flowScopeKey: number,
): ProcessInstanceValue {
  return {
    ...within,
    bpmnElementType: element.elementType,
    elementId: element.id,
    flowScopeKey,
    bpmnEventType: element.eventType,
  };
}

/** Ids of process that incidents, variables and jobs carry along. */
export function processIds(value: ProcessInstanceValue): {
  bpmnProcessId: string;
  processDefinitionKey: number;
  processInstanceKey: number;
  tenantId: string;
} {
  const { bpmnProcessId, processDefinitionKey, processInstanceKey, tenantId } = value;
  return { bpmnProcessId, processDefinitionKey, processInstanceKey, tenantId };
}

/** The process of a definition key as the records name it. */
export function processRef(
  key: number,
  version: number,
  process: ExecutableProcess,
): Pick<ProcessRow, 'key' | 'bpmnProcessId' | 'version'> {
  return { key, version, bpmnProcessId: process.bpmnProcessId };
}
