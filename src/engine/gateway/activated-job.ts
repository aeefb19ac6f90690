import type { ActivatedJobs } from './job-dispatch.js';

/** A job in the proto's words. */
export function toActivatedJob({ key, value }: ActivatedJobs[number]): object {
  return {
    key,
    type: value.type,
    processInstanceKey: value.processInstanceKey,
    bpmnProcessId: value.bpmnProcessId,
    processDefinitionVersion: value.processDefinitionVersion,
    processDefinitionKey: value.processDefinitionKey,
    elementId: value.elementId,
    elementInstanceKey: value.elementInstanceKey,
    customHeaders: JSON.stringify(value.customHeaders),
    worker: value.worker,
    retries: value.retries,
    deadline: value.deadline,
    variables: JSON.stringify(value.variables),
    tenantId: value.tenantId,
  };
}
