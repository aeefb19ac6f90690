import { retryStep } from '../bpmn/process-instance-commands.js';
import type { CommandProcessor } from '../processing-context.js';

/** INCIDENT RESOLVE: the failed step is tried again; a job becomes activatable again. */
export const resolveIncident: CommandProcessor<'INCIDENT'> = (work, command) => {
  const incident = work.state.incidents.find(command.key);
  if (incident === undefined) {
    work.reject('NOT_FOUND', `Expected to resolve incident with key '${command.key}', but no such incident was found`);
    return;
  }
  const job = incident.jobKey > 0 ? work.state.jobs.find(incident.jobKey) : undefined;
  if (job?.state === 'FAILED' && job.value.retries <= 0) {
    const reason = `Expected to resolve incident with key '${command.key}', but job with key '${incident.jobKey}' has no retries left. Please update the job retries and retry resolving the incident`;
    work.reject('NOT_FOUND', reason);
    return;
  }
  work.answer(work.event(command.key, 'INCIDENT', 'RESOLVED', incident));
  if (incident.jobKey > 0) return;
  const instance = work.state.elementInstances.find(incident.elementInstanceKey);
  if (instance !== undefined) retryStep(work, instance);
};
