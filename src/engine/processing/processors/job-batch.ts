import type { JobBatchValue, JobValue } from '../../protocol/value-types.js';
import { visibleVariables } from '../../state/variable-scope.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';

/** What one answer may hold, in estimated bytes of JSON: below the 4 MB that gRPC clients take. */
const LARGEST_BATCH = 3_500_000;

/** JOB_BATCH ACTIVATE: hands jobs of a type to a worker, with the variables they see. */
export const activateJobs: CommandProcessor<'JOB_BATCH'> = (work, command) => {
  const refusal = findRefusal(command.value);
  if (refusal !== undefined) {
    work.reject('INVALID_ARGUMENT', `Expected to activate job batch with ${refusal}`);
    return;
  }
  const { jobKeys, jobs, truncated } = collectJobs(work, command.value);
  const value = { ...command.value, jobKeys, jobs, truncated };
  work.answer(work.event(work.nextKey(), 'JOB_BATCH', 'ACTIVATED', value));
};

function findRefusal({ type, timeout, maxJobsToActivate }: JobBatchValue): string | undefined {
  if (type.trim() === '') return 'type to be present, but it was blank';
  if (timeout < 1) return `timeout to be greater than zero, but it was '${timeout}'`;
  if (maxJobsToActivate < 1) return `max jobs to activate to be greater than zero, but it was '${maxJobsToActivate}'`;
  return undefined;
}

function collectJobs(
  work: ProcessingContext,
  { type, worker, timeout, maxJobsToActivate, fetchVariables }: JobBatchValue,
): Pick<JobBatchValue, 'jobKeys' | 'jobs' | 'truncated'> {
  const jobKeys: number[] = [];
  const jobs: JobValue[] = [];
  let size = 0;
  for (const [key] of work.state.activatableJobs.entries(type)) {
    if (jobKeys.length >= maxJobsToActivate) break;
    const { value } = work.state.jobs.get(key);
    const variables = visibleVariables(work.state, value.elementInstanceKey, fetchVariables);
    size += estimateSize(variables);
    if (size > LARGEST_BATCH && jobKeys.length > 0) return { jobKeys, jobs, truncated: true };
    jobKeys.push(key);
    jobs.push({ ...value, variables, worker, timeout, deadline: work.now + timeout });
  }
  return { jobKeys, jobs, truncated: false };
}

/** Bytes that the value takes as JSON, roughly; without building it. */
function estimateSize(value: unknown): number {
  if (typeof value === 'string') return value.length * 2 + 2;
  if (typeof value !== 'object' || value === null) return 8;
  let size = 2;
  for (const [name, item] of Object.entries(value)) size += name.length + 4 + estimateSize(item);
  return size;
}
