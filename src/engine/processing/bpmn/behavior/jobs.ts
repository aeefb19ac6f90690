import {
  evaluateDateTimeText,
  evaluateInteger,
  evaluateString,
  evaluateStringList,
  type Evaluated,
} from '../../../feel/evaluate-as.js';
import type { ExpressionContext } from '../../../feel/expression.js';
import type { JobWorkerElement, UserTaskProperties } from '../../../model/executable.js';
import type { JobValue } from '../../../protocol/value-types.js';
import type { ProcessingContext } from '../../processing-context.js';
import { processIds } from '../../record-values.js';
import type { ElementContext, Failure } from '../element-processor.js';
import { expressionContext } from './expression-context.js';
import { resolveJobIncident } from './incidents.js';

type Headers = Record<string, string>;

interface JobProperties {
  readonly type: string;
  readonly retries: number;
  readonly headers: Readonly<Headers>;
}

type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** What the job is to be, or the expression that could not be evaluated. */
export function evaluateJob(work: ProcessingContext, context: ElementContext<JobWorkerElement>): Result<JobProperties> {
  const { jobType, jobRetries, taskHeaders, userTask } = context.element;
  const scope = expressionContext(work, context.key);
  const type = evaluateString(jobType, scope);
  if (!type.ok) return extractValueError(type.failure);
  const retries = evaluateInteger(jobRetries, scope);
  if (!retries.ok) return extractValueError(retries.failure);
  if (userTask === undefined) return done({ type: type.value, retries: retries.value, headers: taskHeaders });
  const headers = userTaskHeaders(work, userTask, scope);
  if (!headers.ok) return headers;
  return done({ type: type.value, retries: retries.value, headers: { ...taskHeaders, ...headers.value } });
}

/** Zeebe's reserved headers of job-based user tasks. */
function userTaskHeaders(work: ProcessingContext, task: UserTaskProperties, scope: ExpressionContext): Result<Headers> {
  const headers: Headers = {};
  const put = (name: string, result: Evaluated<string | string[] | undefined> | undefined): string | undefined => {
    if (result === undefined) return undefined;
    if (!result.ok) return result.failure;
    if (result.value === undefined) return undefined;
    headers[`io.camunda.zeebe:${name}`] =
      typeof result.value === 'string' ? result.value : JSON.stringify(result.value);
    return undefined;
  };
  const failure =
    put('assignee', task.assignee && evaluateString(task.assignee, scope)) ??
    put('candidateGroups', task.candidateGroups && evaluateStringList(task.candidateGroups, scope)) ??
    put('candidateUsers', task.candidateUsers && evaluateStringList(task.candidateUsers, scope)) ??
    put('dueDate', task.dueDate && evaluateDateTimeText(task.dueDate, scope)) ??
    put('followUpDate', task.followUpDate && evaluateDateTimeText(task.followUpDate, scope));
  if (failure !== undefined) return extractValueError(failure);
  if (task.formKey !== undefined) headers['io.camunda.zeebe:formKey'] = task.formKey;
  if (task.formId !== undefined) {
    const formKey = work.state.formVersions.last(task.formId);
    if (formKey === undefined) return formNotFound(task.formId);
    headers['io.camunda.zeebe:formKey'] = String(formKey);
  }
  return done(headers);
}

function formNotFound(formId: string): Result<never> {
  const message = `Expected to find a form with id '${formId}', but no form with this id is found, at least a form with this id should be available. To resolve the Incident please deploy a form with the same id`;
  return { ok: false, failure: { errorType: 'FORM_NOT_FOUND', message } };
}

function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

function extractValueError(message: string): Result<never> {
  return { ok: false, failure: { errorType: 'EXTRACT_VALUE_ERROR', message } };
}

export function createJob(work: ProcessingContext, context: ElementContext, properties: JobProperties): void {
  const { type, retries, headers } = properties;
  const value: JobValue = {
    type,
    customHeaders: headers,
    variables: {},
    retries,
    retryBackoff: 0,
    recurringTime: -1,
    deadline: -1,
    timeout: -1,
    worker: '',
    errorMessage: '',
    errorCode: '',
    ...processIds(context.value),
    processDefinitionVersion: context.value.version,
    elementId: context.value.elementId,
    elementInstanceKey: context.key,
  };
  work.event(work.nextKey(), 'JOB', 'CREATED', value);
}

/** The element instance ends before its job did. */
export function cancelJob(work: ProcessingContext, context: ElementContext): void {
  const key = work.state.elementInstances.find(context.key)?.jobKey ?? -1;
  const job = key > 0 ? work.state.jobs.find(key) : undefined;
  if (job === undefined) return;
  work.event(key, 'JOB', 'CANCELED', job.value);
  resolveJobIncident(work, key);
}
