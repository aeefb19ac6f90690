import { describeInvalidDateTime } from './timers.js';
import type {
  CallActivityElement,
  ExecutableElement,
  JobWorkerElement,
  PassThroughElement,
  ReceiveTaskElement,
  UserTaskProperties,
} from '../executable.js';
import { elementsOf, extensionsOf, findExtension, findText, type ModdleElement } from '../moddle.js';
import type { TransformContext } from './context.js';
import { baseOf, type Source } from './element-base.js';
import { transformMessage } from './messages.js';

const USER_TASK_JOB_TYPE = 'io.camunda.zeebe:userTask';

export function transformServiceTask(source: Source, context: TransformContext): JobWorkerElement {
  if (extensionsOf(source.element, 'TaskDefinition').length !== 1) {
    context.report(source.element, "Must have exactly one 'zeebe:taskDefinition' extension element");
  }
  return transformJobTask(source, 'SERVICE_TASK', context);
}

/** A task whose work is a job of the type that its `zeebe:taskDefinition` names. */
export function transformJobTask(
  source: Source,
  elementType:
    'SERVICE_TASK' | 'SEND_TASK' | 'SCRIPT_TASK' | 'BUSINESS_RULE_TASK' | 'INTERMEDIATE_THROW_EVENT' | 'END_EVENT',
  context: TransformContext,
): JobWorkerElement {
  const { element } = source;
  const [definition] = extensionsOf(element, 'TaskDefinition');
  return {
    kind: 'job-worker',
    ...baseOf(source, elementType, context),
    boundaryEventIds: source.boundaryEventIds,
    jobType: definition
      ? context.textOrExpression(definition, findText(definition, 'type'))
      : context.textOrExpression(element, '-'),
    jobRetries: context.textOrExpression(element, (definition && findText(definition, 'retries')) || '3'),
    taskHeaders: transformHeaders(element, context),
    userTask: undefined,
  };
}

export function transformUserTask(source: Source, context: TransformContext): JobWorkerElement {
  const { element } = source;
  return {
    kind: 'job-worker',
    ...baseOf(source, 'USER_TASK', context),
    boundaryEventIds: source.boundaryEventIds,
    jobType: context.textOrExpression(element, USER_TASK_JOB_TYPE),
    jobRetries: context.textOrExpression(element, '1'),
    taskHeaders: transformHeaders(element, context),
    userTask: transformUserTaskProperties(element, context),
  };
}

function transformUserTaskProperties(element: ModdleElement, context: TransformContext): UserTaskProperties {
  const assignment = findExtension(element, 'AssignmentDefinition');
  const schedule = findExtension(element, 'TaskSchedule');
  const form = findExtension(element, 'FormDefinition');
  const formKey = form && findText(form, 'formKey')?.trim();
  const formId = form && findText(form, 'formId')?.trim();
  if (form && Boolean(formKey) === Boolean(formId)) {
    context.report(form, "Exactly one of the attributes 'formId, formKey' must be present and not blank");
  }
  const assigned = (property: string) =>
    assignment && context.findTextOrExpression(assignment, findText(assignment, property));
  return {
    assignee: assigned('assignee'),
    candidateGroups: assigned('candidateGroups'),
    candidateUsers: assigned('candidateUsers'),
    dueDate: schedule && transformDate(schedule, 'dueDate', context),
    followUpDate: schedule && transformDate(schedule, 'followUpDate', context),
    formKey: formKey || undefined,
    formId: formId || undefined,
  };
}

function transformDate(schedule: ModdleElement, property: string, context: TransformContext) {
  const source = findText(schedule, property);
  const expression = context.findTextOrExpression(schedule, source);
  if (source !== undefined && expression?.isStatic && describeInvalidDateTime(source) !== undefined) {
    context.report(
      schedule,
      `Expected static value to be a valid DateTime String, e.g. '2023-03-02T15:35+02:00', but found '${source}'.`,
    );
  }
  return expression;
}

/** Headers without key or value are left out, as in Zeebe. */
function transformHeaders(element: ModdleElement, context: TransformContext): Record<string, string> {
  const headers = findExtension(element, 'TaskHeaders');
  const result: Record<string, string> = {};
  if (!headers) return result;
  const seen = new Set<string | undefined>();
  for (const header of elementsOf(headers, 'values')) {
    const key = findText(header, 'key') || undefined;
    const value = findText(header, 'value');
    if (seen.has(key)) context.report(headers, `Headers contain duplicate entries for key '${key ?? 'null'}'`);
    seen.add(key);
    if (key && value) result[key] = value;
  }
  return result;
}

export function transformReceiveTask(source: Source, context: TransformContext): ReceiveTaskElement {
  return {
    kind: 'receive-task',
    ...baseOf(source, 'RECEIVE_TASK', context, 'MESSAGE'),
    boundaryEventIds: source.boundaryEventIds,
    message: transformMessage(source.element, context),
  };
}

export function transformCallActivity(source: Source, context: TransformContext): CallActivityElement {
  const { element } = source;
  const called = extensionsOf(element, 'CalledElement');
  const [definition] = called;
  if (!definition || called.length > 1) {
    context.report(element, "Must have exactly one 'zeebe:calledElement' extension element");
  }
  return {
    kind: 'call-activity',
    ...baseOf(source, 'CALL_ACTIVITY', context),
    boundaryEventIds: source.boundaryEventIds,
    processId: definition
      ? context.textOrExpression(definition, findText(definition, 'processId'))
      : context.textOrExpression(element, '-'),
    propagateAllChildVariables: definition?.['propagateAllChildVariables'] !== false,
    propagateAllParentVariables: definition?.['propagateAllParentVariables'] !== false,
  };
}

/** Manual and undefined tasks, and throw events without a definition: nothing to do but go on. */
export function transformPassThrough(
  source: Source,
  elementType: 'MANUAL_TASK' | 'TASK' | 'INTERMEDIATE_THROW_EVENT',
  context: TransformContext,
): PassThroughElement {
  const eventType = elementType === 'INTERMEDIATE_THROW_EVENT' ? 'NONE' : 'UNSPECIFIED';
  return {
    kind: 'pass-through',
    ...baseOf(source, elementType, context, eventType),
    boundaryEventIds: source.boundaryEventIds,
  };
}

export function hasBoundaryEvents(element: ExecutableElement): boolean {
  return 'boundaryEventIds' in element && element.boundaryEventIds.length > 0;
}
