import type { Actor } from '../users/actor.js';
import type { Page, PageRequest } from '../page.js';
import type { CaseView, Light } from '../cases/case-types.js';

export const TASK_STATES = ['open', 'claimed', 'completed', 'canceled'] as const;
export type TaskState = (typeof TASK_STATES)[number];
export const TASK_ACTIONS = ['complete', 'refuse', 'correct'] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

/** A user task's job, as the worker of `io.camunda.zeebe:userTask` receives it. */
export interface UserTaskJob {
  readonly jobKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly bpmnProcessId: string;
  readonly caseNumber: string;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface TaskSummary {
  readonly id: string;
  readonly name: string;
  readonly caseNumber: string;
  readonly bundleName: string;
  readonly applicantName: string;
  readonly queue: string;
  readonly state: TaskState;
  readonly assignee: { id: string; displayName: string } | null;
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly light: Light;
  readonly elementId: string;
}

export interface TaskView extends TaskSummary {
  readonly actions: TaskAction[];
  /** The form-js schema of the step. */
  readonly form: Record<string, unknown>;
  /** What the form starts with: the case's form, then the step's own variables; what was entered, once completed. */
  readonly data: Record<string, unknown>;
  readonly item: string | null;
  readonly case: CaseView;
  readonly outcome: { action: TaskAction; reason: string | null; at: Date; by: string } | null;
}

export interface TaskCounts {
  readonly open: number;
  readonly claimed: number;
  readonly mine: number;
  readonly completed: number;
}

export interface TaskFilter {
  readonly queue?: string | undefined;
  readonly state?: TaskState | undefined;
  readonly mine?: boolean | undefined;
}

export interface CompleteTask {
  readonly action: TaskAction;
  readonly data: Record<string, unknown>;
  readonly reason?: string | undefined;
  readonly missing?: readonly { materialId?: string | undefined; reason: string }[] | undefined;
}

export interface TaskService {
  /** Idempotent by element instance; a newer job key replaces the older. Returns the task's id. */
  upsertFromJob(job: UserTaskJob): Promise<string>;
  list(filter: TaskFilter, page: PageRequest, actor: Actor): Promise<Page<TaskSummary> & { counts: TaskCounts }>;
  /** @throws AppError not-found TASK_NOT_FOUND */
  get(id: string, actor: Actor): Promise<TaskView>;
  /** @throws AppError conflict TASK_TAKEN (names who), TASK_CLOSED */
  claim(id: string, actor: Actor): Promise<TaskView>;
  release(id: string, actor: Actor): Promise<TaskView>;
  /** @throws AppError invalid TASK_DATA_INVALID, conflict TASK_TAKEN, TASK_CLOSED, TASK_NOT_CLAIMED */
  complete(id: string, input: CompleteTask, actor: Actor): Promise<TaskView>;
  /** The engine has ended the element: an open task closes as canceled. Idempotent, also before the task exists. */
  cancelByElementInstance(elementInstanceKey: string): Promise<void>;
}
