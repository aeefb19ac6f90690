/** Lists of tasks: what waits comes oldest first, what is done newest first. */
import type { Page, PageRequest } from '../page.js';
import { decodeCursor, encodeCursor, limitOf } from '../paging.js';
import type { Actor } from '../users/actor.js';
import { visibleTasks } from './task-access.js';
import { TaskModel, type TaskDocument } from './task-model.js';
import type { TaskCounts, TaskFilter, TaskSummary } from './task-types.js';
import { summaryOf } from './task-view.js';

export async function listTasks(
  filter: TaskFilter,
  page: PageRequest,
  actor: Actor,
  now: Date,
): Promise<Page<TaskSummary> & { counts: TaskCounts }> {
  const visible = visibleTasks(filter.queue, actor);
  const limit = limitOf(page);
  const closed = filter.state === 'completed' || filter.state === 'canceled';
  const conditions = [visible, wanted(filter, actor), after(decodeCursor(page.cursor), closed)];
  const direction = closed ? -1 : 1;
  const found = await TaskModel.find({ $and: conditions })
    .sort({ createdAt: direction, _id: direction })
    .limit(limit + 1)
    .lean();
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((task) => summaryOf(task, now)),
    nextCursor: found.length > limit && last ? positionOf(last) : null,
    counts: await countsOf(visible, actor),
  };
}

/** Without a state: what still waits for somebody. */
function wanted({ state, mine }: TaskFilter, actor: Actor): Record<string, unknown> {
  return {
    state: state ?? { $in: ['open', 'claimed'] },
    ...(mine ? { 'assignee.id': actor.id } : {}),
  };
}

function positionOf(task: TaskDocument): string {
  return encodeCursor(`${task.createdAt.getTime()} ${task._id}`);
}

function after(position: string | undefined, descending: boolean): Record<string, unknown> {
  const [time, id] = position?.split(' ') ?? [];
  if (time === undefined || id === undefined) return {};
  const createdAt = new Date(Number(time));
  const beyond = descending ? '$lt' : '$gt';
  return { $or: [{ createdAt: { [beyond]: createdAt } }, { createdAt, _id: { [beyond]: id } }] };
}

async function countsOf(visible: Record<string, unknown>, actor: Actor): Promise<TaskCounts> {
  const [open, claimed, mine, completed] = await Promise.all([
    TaskModel.countDocuments({ ...visible, state: 'open' }),
    TaskModel.countDocuments({ ...visible, state: 'claimed' }),
    TaskModel.countDocuments({ ...visible, state: 'claimed', 'assignee.id': actor.id }),
    TaskModel.countDocuments({ ...visible, state: 'completed' }),
  ]);
  return { open, claimed, mine, completed };
}
