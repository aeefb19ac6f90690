import type { JobValue } from '../../../protocol/value-types.js';
import type { ProcessingContext } from '../../processing-context.js';
import { processIds } from '../../record-values.js';
import type { ElementContext, Failure } from '../element-processor.js';

/** A step of an element could not be taken. */
export function raiseIncident(work: ProcessingContext, context: ElementContext, failure: Failure): void {
  work.event(work.nextKey(), 'INCIDENT', 'CREATED', {
    errorType: failure.errorType,
    errorMessage: failure.message,
    ...processIds(context.value),
    elementId: context.value.elementId,
    elementInstanceKey: context.key,
    jobKey: -1,
    variableScopeKey: failure.variableScopeKey ?? context.key,
  });
}

/** A job cannot go on by itself. */
export function raiseJobIncident(work: ProcessingContext, jobKey: number, job: JobValue, failure: Failure): void {
  const { bpmnProcessId, processDefinitionKey, processInstanceKey, elementId, elementInstanceKey, tenantId } = job;
  work.event(work.nextKey(), 'INCIDENT', 'CREATED', {
    errorType: failure.errorType,
    errorMessage: failure.message,
    bpmnProcessId,
    processDefinitionKey,
    processInstanceKey,
    elementId,
    elementInstanceKey,
    jobKey,
    variableScopeKey: elementInstanceKey,
    tenantId,
  });
}

/** The element instance ends otherwise: its incident is no longer one. */
export function resolveIncidents(work: ProcessingContext, elementInstanceKey: number): void {
  const key = work.state.incidentByElement.find(elementInstanceKey);
  const incident = key === undefined ? undefined : work.state.incidents.find(key);
  if (key !== undefined && incident !== undefined) work.event(key, 'INCIDENT', 'RESOLVED', incident);
}

export function resolveJobIncident(work: ProcessingContext, jobKey: number): void {
  const key = work.state.incidentByJob.find(jobKey);
  const incident = key === undefined ? undefined : work.state.incidents.find(key);
  if (key !== undefined && incident !== undefined) work.event(key, 'INCIDENT', 'RESOLVED', incident);
}
