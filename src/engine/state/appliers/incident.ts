import type { AppliersOf } from './applier.js';
import { makeActivatable } from './job.js';

export const incidentAppliers: AppliersOf<'INCIDENT'> = {
  CREATED(state, key, value) {
    state.incidents.insert(key, value);
    if (value.jobKey > 0) state.incidentByJob.put(value.jobKey, key);
    else state.incidentByElement.put(value.elementInstanceKey, key);
  },
  RESOLVED(state, key, value) {
    state.incidents.remove(key);
    if (value.jobKey <= 0) {
      state.incidentByElement.remove(value.elementInstanceKey);
      return;
    }
    state.incidentByJob.remove(value.jobKey);
    const job = state.jobs.find(value.jobKey);
    if (job?.state === 'FAILED') makeActivatable(state, value.jobKey, job.value);
    if (job?.state === 'ERROR_THROWN') {
      const { elementId } = state.elementInstances.get(job.value.elementInstanceKey).value;
      makeActivatable(state, value.jobKey, { ...job.value, elementId });
    }
  },
};
