import type { JobWorkerElement } from '../../model/executable.js';
import { completeActivity, subscribeToBoundaryEvents, terminateLeaf } from './behavior/activity.js';
import { cancelJob, createJob, evaluateJob } from './behavior/jobs.js';
import { activated } from './behavior/transitions.js';
import { applyInputMappings } from './behavior/variable-mapping.js';
import type { ElementProcessor } from './element-processor.js';

/** Service task, job-based user task: waits for its job. */
export const jobWorkerTask: ElementProcessor<JobWorkerElement> = {
  onActivate(work, context) {
    const failure = applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    const job = evaluateJob(work, context);
    if (!job.ok) return job.failure;
    const unsubscribed = subscribeToBoundaryEvents(work, context);
    if (unsubscribed !== undefined) return unsubscribed;
    createJob(work, context, job.value);
    activated(work, context);
    return undefined;
  },
  onComplete: completeActivity,
  onTerminate(work, context) {
    cancelJob(work, context);
    terminateLeaf(work, context);
  },
};
