import { NO_CATCH_EVENT_FOUND } from '../../protocol/no-catch-event.js';
import type { JobValue } from '../../protocol/value-types.js';
import { updateInstance } from '../element-instances.js';
import type { EngineState } from '../engine-state.js';
import type { JobState } from '../rows.js';
import type { AppliersOf } from './applier.js';

export function makeActivatable(state: EngineState, key: number, value: JobValue): void {
  putJob(state, key, 'ACTIVATABLE', { ...value, deadline: -1 });
  state.jobBackoffs.remove(key);
  state.activatableJobs.put(value.type, key, 1);
}

function putJob(state: EngineState, key: number, jobState: JobState, value: JobValue): void {
  // Variables are read when the job is activated; the row would only keep stale ones.
  const stored = Object.keys(value.variables).length === 0 ? value : { ...value, variables: {} };
  state.jobs.put(key, { state: jobState, value: stored });
}

function removeJob(state: EngineState, key: number, value: JobValue): void {
  state.jobs.remove(key);
  state.activatableJobs.remove(value.type, key);
  state.jobDeadlines.remove(key);
  state.jobBackoffs.remove(key);
  if (state.elementInstances.find(value.elementInstanceKey)?.jobKey === key) {
    updateInstance(state, value.elementInstanceKey, { jobKey: -1 });
  }
}

function fail(state: EngineState, key: number, value: JobValue): void {
  state.jobDeadlines.remove(key);
  state.activatableJobs.remove(value.type, key);
  if (value.retries > 0 && value.retryBackoff <= 0) {
    makeActivatable(state, key, value);
    return;
  }
  putJob(state, key, 'FAILED', value);
  if (value.retries > 0) state.jobBackoffs.put(key, value.recurringTime);
}

export const jobAppliers: AppliersOf<'JOB'> = {
  CREATED(state, key, value) {
    state.jobs.insert(key, { state: 'ACTIVATABLE', value });
    state.activatableJobs.put(value.type, key, 1);
    updateInstance(state, value.elementInstanceKey, { jobKey: key });
  },
  COMPLETED: removeJob,
  CANCELED: removeJob,
  FAILED: fail,
  TIMED_OUT(state, key, value) {
    state.jobDeadlines.remove(key);
    makeActivatable(state, key, value);
  },
  RETRIES_UPDATED(state, key, value) {
    const job = state.jobs.get(key);
    state.jobs.put(key, { ...job, value: { ...job.value, retries: value.retries } });
  },
  TIMEOUT_UPDATED(state, key, value) {
    const job = state.jobs.get(key);
    state.jobs.put(key, { ...job, value: { ...job.value, deadline: value.deadline } });
    state.jobDeadlines.put(key, value.deadline);
  },
  RECURRED_AFTER_BACKOFF(state, key, value) {
    makeActivatable(state, key, value);
  },
  ERROR_THROWN(state, key, value) {
    if (value.elementId !== NO_CATCH_EVENT_FOUND) {
      removeJob(state, key, value);
      return;
    }
    // As in Zeebe the job goes by that id until its incident is resolved.
    state.activatableJobs.remove(value.type, key);
    state.jobDeadlines.remove(key);
    putJob(state, key, 'ERROR_THROWN', value);
  },
};

export const jobBatchAppliers: AppliersOf<'JOB_BATCH'> = {
  ACTIVATED(state, _key, value) {
    value.jobKeys.forEach((key, index) => {
      const job = value.jobs[index];
      if (job === undefined) return;
      putJob(state, key, 'ACTIVATED', job);
      state.activatableJobs.remove(job.type, key);
      state.jobDeadlines.put(key, job.deadline);
    });
  },
};
