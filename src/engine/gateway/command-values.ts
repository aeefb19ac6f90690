/** Values of commands from outside: what the client says, and nothing in the rest. */
import { DEFAULT_TENANT } from '../protocol/record.js';
import type { IncidentValue, JobValue, ProcessInstanceValue } from '../protocol/value-types.js';

export function jobCommandValue(said: Partial<JobValue>): JobValue {
  return {
    type: '',
    customHeaders: {},
    variables: {},
    retries: -1,
    retryBackoff: 0,
    recurringTime: -1,
    deadline: -1,
    timeout: -1,
    worker: '',
    errorMessage: '',
    errorCode: '',
    bpmnProcessId: '',
    processDefinitionVersion: -1,
    processDefinitionKey: -1,
    processInstanceKey: -1,
    elementId: '',
    elementInstanceKey: -1,
    tenantId: DEFAULT_TENANT,
    ...said,
  };
}

export function incidentCommandValue(): IncidentValue {
  return {
    errorType: 'UNKNOWN',
    errorMessage: '',
    bpmnProcessId: '',
    processDefinitionKey: -1,
    processInstanceKey: -1,
    elementId: '',
    elementInstanceKey: -1,
    jobKey: -1,
    variableScopeKey: -1,
    tenantId: DEFAULT_TENANT,
  };
}

export function processInstanceCommandValue(processInstanceKey: number): ProcessInstanceValue {
  return {
    bpmnElementType: 'PROCESS',
    elementId: '',
    bpmnProcessId: '',
    version: -1,
    processDefinitionKey: -1,
    processInstanceKey,
    flowScopeKey: -1,
    bpmnEventType: 'UNSPECIFIED',
    parentProcessInstanceKey: -1,
    parentElementInstanceKey: -1,
    tenantId: DEFAULT_TENANT,
  };
}
