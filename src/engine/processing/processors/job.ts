import type { JobValue } from '../../protocol/value-types.js';
import { isActive } from '../../state/element-instances.js';
import { NO_CATCH_EVENT_FOUND } from '../../protocol/no-catch-event.js';
import type { InternalRecord } from '../../state/record-codec.js';
import type { JobRow, JobState } from '../../state/rows.js';
import { describeUncaught, findErrorCatch } from '../bpmn/behavior/error-events.js';
import { triggerElement, triggering } from '../bpmn/behavior/event-triggers.js';
import { raiseJobIncident } from '../bpmn/behavior/incidents.js';
import { setLocalVariables } from '../bpmn/behavior/variables.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';

type JobCommand = InternalRecord<'JOB'>;

/** JOB COMPLETE: the job is done, its element goes on with the job's variables. */
export const completeJob: CommandProcessor<'JOB'> = (work, command) => {
  const job = expectJob(work, command, 'complete', ['ACTIVATABLE', 'ACTIVATED']);
  if (job === undefined) return;
  const { variables } = command.value;
  const instance = work.state.elementInstances.find(job.value.elementInstanceKey);
  work.answer(work.event(command.key, 'JOB', 'COMPLETED', { ...job.value, variables }));
  if (instance === undefined || !isActive(instance)) return;
  triggering(work, instance.key, instance.value, instance.value.elementId, variables);
  work.command(instance.key, 'PROCESS_INSTANCE', 'COMPLETE_ELEMENT', instance.value);
};

/** JOB FAIL: the job may be tried again, now or after its back-off; without retries left it becomes an incident. */
export const failJob: CommandProcessor<'JOB'> = (work, command) => {
  const job = expectJob(work, command, 'fail', ['ACTIVATABLE', 'ACTIVATED']);
  if (job === undefined) return;
  const { retries, retryBackoff, errorMessage, variables } = command.value;
  const backsOff = retries > 0 && retryBackoff > 0;
  const recurringTime = backsOff ? work.now + retryBackoff : job.value.recurringTime;
  const failed: JobValue = { ...job.value, retries, retryBackoff, recurringTime, errorMessage, variables };
  work.answer(work.event(command.key, 'JOB', 'FAILED', failed));
  const instance = work.state.elementInstances.find(job.value.elementInstanceKey);
  if (instance !== undefined) setLocalVariables(work, instance.key, instance.value, variables);
  if (retries > 0) return;
  const message = errorMessage === '' ? 'No more retries left.' : errorMessage;
  raiseJobIncident(work, command.key, job.value, { errorType: 'JOB_NO_RETRIES', message });
};

/** JOB THROW_ERROR: a BPMN error, caught by the nearest error event around or else an incident. */
export const throwJobError: CommandProcessor<'JOB'> = (work, command) => {
  const job = expectJob(work, command, 'throw an error for', ['ACTIVATABLE', 'ACTIVATED']);
  if (job === undefined) return;
  const { errorCode, errorMessage, variables } = command.value;
  const instance = work.state.elementInstances.find(job.value.elementInstanceKey);
  const search = findErrorCatch(work, instance, errorCode);
  const elementId = search.found === undefined ? NO_CATCH_EVENT_FOUND : job.value.elementId;
  const thrown: JobValue = { ...job.value, errorCode, errorMessage, variables, elementId };
  work.answer(work.event(command.key, 'JOB', 'ERROR_THROWN', thrown));
  if (search.found !== undefined) {
    triggerElement(work, search.found.instance, search.found.event, variables);
    return;
  }
  const message = describeUncaught(errorCode, errorMessage, search.available);
  raiseJobIncident(work, command.key, thrown, { errorType: 'UNHANDLED_ERROR_EVENT', message });
};

/** JOB UPDATE_RETRIES. */
export const updateJobRetries: CommandProcessor<'JOB'> = (work, command) => {
  const { retries } = command.value;
  const job = work.state.jobs.find(command.key);
  const expected = `Expected to update retries for job with key '${command.key}'`;
  if (retries <= 0) {
    const reason = `${expected} with a positive amount of retries, but the amount given was '${retries}'`;
    work.reject('INVALID_ARGUMENT', reason);
  } else if (job === undefined) {
    work.reject('NOT_FOUND', `${expected}, but no such job was found`);
  } else {
    work.answer(work.event(command.key, 'JOB', 'RETRIES_UPDATED', { ...job.value, retries }));
  }
};

/** JOB UPDATE_TIMEOUT: a new deadline, counted from now. */
export const updateJobTimeout: CommandProcessor<'JOB'> = (work, command) => {
  const job = work.state.jobs.find(command.key);
  if (job === undefined) {
    const reason = `Expected to update job deadline with key '${command.key}', but no such job was found`;
    work.reject('NOT_FOUND', reason);
  } else if (job.state !== 'ACTIVATED') {
    const reason = `Expected to update the timeout of job with key '${command.key}', but it is not active`;
    work.reject('INVALID_STATE', reason);
  } else {
    const deadline = work.now + command.value.timeout;
    const updated = { ...job.value, timeout: command.value.timeout, deadline };
    work.answer(work.event(command.key, 'JOB', 'TIMEOUT_UPDATED', updated));
  }
};

/** JOB TIME_OUT: its worker did not answer in time; another may have it. */
export const timeOutJob: CommandProcessor<'JOB'> = (work, command) => {
  const job = expectJob(work, command, 'time out', ['ACTIVATED']);
  if (job === undefined) return;
  if ((work.state.jobDeadlines.find(command.key) ?? Infinity) > work.now) {
    work.reject('INVALID_STATE', `Expected to time out job with key '${command.key}', but it has not timed out`);
    return;
  }
  work.event(command.key, 'JOB', 'TIMED_OUT', job.value);
};

/** JOB RECUR_AFTER_BACKOFF: its back-off is over. */
export const recurJob: CommandProcessor<'JOB'> = (work, command) => {
  const job = expectJob(work, command, 'back off', ['FAILED']);
  if (job === undefined) return;
  if ((work.state.jobBackoffs.find(command.key) ?? Infinity) > work.now) {
    work.reject('INVALID_STATE', `Expected to back off job with key '${command.key}', but its back-off is not over`);
    return;
  }
  work.event(command.key, 'JOB', 'RECURRED_AFTER_BACKOFF', job.value);
};

function expectJob(
  work: ProcessingContext,
  command: JobCommand,
  doing: string,
  states: readonly JobState[],
): JobRow | undefined {
  const job = work.state.jobs.find(command.key);
  const expected = `Expected to ${doing} job with key '${command.key}', but`;
  if (job === undefined) {
    work.reject('NOT_FOUND', `${expected} no such job was found`);
    return undefined;
  }
  if (states.includes(job.state)) return job;
  work.reject('INVALID_STATE', `${expected} it is in state '${job.state}'`);
  return undefined;
}
