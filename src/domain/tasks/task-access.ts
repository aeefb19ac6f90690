/** Whose task it is. Supervisors and administrators look but do not handle. */
import { AppError } from '../../shared/errors.js';
import type { Actor } from '../users/actor.js';
import type { TaskDocument } from './task-model.js';

export const APPLICANT_QUEUE = 'applicant';

/** May claim and complete. */
export function mayHandle(task: Pick<TaskDocument, 'queue' | 'applicantId'>, actor: Actor): boolean {
  if (task.queue === APPLICANT_QUEUE) return task.applicantId === actor.id;
  const works = actor.role === 'worker' || actor.role === 'approver' || actor.role === 'clerk';
  return works && task.queue === actor.queue;
}

export function maySee(task: Pick<TaskDocument, 'queue' | 'applicantId'>, actor: Actor): boolean {
  return mayHandle(task, actor) || actor.role === 'supervisor' || actor.role === 'administrator';
}

/** A query for the tasks that this person may see, within the queue asked for. */
export function visibleTasks(queue: string | undefined, actor: Actor): Record<string, unknown> {
  switch (actor.role) {
    case 'applicant':
      return { queue: APPLICANT_QUEUE, applicantId: actor.id };
    case 'supervisor':
    case 'administrator':
      return queue ? { queue } : {};
    default:
      if (queue && queue !== actor.queue) throw queueForbidden(queue);
      return { queue: actor.queue ?? '' };
  }
}

export function taskNotFound(): AppError {
  return new AppError('not-found', 'TASK_NOT_FOUND', '没有找到这个待办，它可能已经不在您的队列中。');
}

export function taskTaken(by: string): AppError {
  return new AppError('conflict', 'TASK_TAKEN', `这个待办已由“${by}”领取，请选择其他待办。`);
}

export function taskClosed(state: TaskDocument['state']): AppError {
  const reason = state === 'canceled' ? '流程已不再需要它' : '它已经办理完毕';
  return new AppError('conflict', 'TASK_CLOSED', `这个待办已经关闭：${reason}。请刷新待办列表。`);
}

function queueForbidden(queue: string): AppError {
  return new AppError('forbidden', 'QUEUE_FORBIDDEN', `您不在队列“${queue}”中，不能查看它的待办。`);
}
