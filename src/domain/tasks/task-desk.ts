/** What people do with tasks: look, claim, release, complete. */
import type { UpdateQuery } from 'mongoose';
import { AppError } from '../../shared/errors.js';
import type { Clock } from '../../shared/clock.js';
import type { BundleService } from '../bundles/bundle-types.js';
import { logReading } from '../cases/case-access.js';
import { getCase } from '../cases/case-change.js';
import type { SecretSink } from '../domain.js';
import type { LiveEvents } from '../live/live-types.js';
import { pushEffects } from '../outbox/outbox-fields.js';
import type { Effect, Outbox } from '../outbox/outbox-types.js';
import type { Actor } from '../users/actor.js';
import { checkCompletion, OUTCOMES, type Completion } from './completion.js';
import { APPLICANT_QUEUE, mayHandle, maySee, taskClosed, taskNotFound, taskTaken } from './task-access.js';
import { announceTask } from './task-intake.js';
import { listTasks } from './task-list.js';
import { TaskModel, type TaskDocument } from './task-model.js';
import type { CompleteTask, TaskService, TaskView } from './task-types.js';
import { taskViewOf } from './task-view.js';

export interface TaskDeskDeps {
  readonly bundles: BundleService;
  readonly outbox: Pick<Outbox, 'wake'>;
  readonly live: LiveEvents;
  readonly clock: Clock;
  readonly secretSink: SecretSink | undefined;
}

type Desk = Pick<TaskService, 'list' | 'get' | 'claim' | 'release' | 'complete'>;

export function createTaskDesk(deps: TaskDeskDeps): Desk {
  async function view(task: TaskDocument, actor: Actor): Promise<TaskView> {
    const found = await getCase(task.caseNumber);
    const bundle = await deps.bundles.get(task.bundleId, task.bundleVersion);
    return taskViewOf(task, found, bundle, actor, deps.clock.now());
  }

  return {
    list: (filter, page, actor) => listTasks(filter, page, actor, deps.clock.now()),

    get: async (id, actor) => {
      const task = await getTask(id);
      if (!maySee(task, actor)) throw taskNotFound();
      await logReading(await getCase(task.caseNumber), actor, 'task', deps.clock);
      return view(task, actor);
    },

    claim: async (id, actor) => {
      const task = await getHandled(id, actor);
      if (isMine(task, actor)) return view(task, actor);
      const claimed = await change(task, 'open', { $set: claimFields(actor, deps.clock.now()) }, deps);
      if (!claimed) throw whyNot(await getTask(id), actor);
      return view(claimed, actor);
    },

    release: async (id, actor) => {
      const task = await getHandled(id, actor);
      if (task.state === 'open') return view(task, actor);
      if (!isMine(task, actor)) throw whyNot(task, actor);
      const update = { $set: { state: 'open' as const, assignee: null, claimedAt: null } };
      const released = await change(task, 'claimed', update, deps);
      if (!released) throw whyNot(await getTask(id), actor);
      return view(released, actor);
    },

    complete: async (id, input, actor) => {
      const task = await getHandled(id, actor);
      if (isDone(task, input, actor)) return view(task, actor);
      if (task.state !== 'open' && !isMine(task, actor)) throw whyNot(task, actor);
      const bundle = await deps.bundles.get(task.bundleId, task.bundleVersion);
      const rules = bundle.manifest.tasks[task.elementId];
      if (!rules) throw new Error(`Task ${id}: the manifest of ${bundle.id} has no task ${task.elementId}.`);
      const completion = checkCompletion(input, rules, bundle);
      if (Object.keys(completion.secrets).length > 0 && rules.secretSink) {
        await handOver(task, completion, rules.secretSink, deps);
      }
      const done = await change(task, task.state, completed(task, completion, actor, deps.clock.now()), deps);
      if (!done) throw whyNot(await getTask(id), actor);
      deps.outbox.wake();
      return view(done, actor);
    },
  };
}

async function getTask(id: string): Promise<TaskDocument> {
  const task = await TaskModel.findById(id).lean();
  if (!task) throw taskNotFound();
  return task;
}

async function getHandled(id: string, actor: Actor): Promise<TaskDocument> {
  const task = await getTask(id);
  if (!maySee(task, actor)) throw taskNotFound();
  if (!mayHandle(task, actor)) {
    throw new AppError('forbidden', 'TASK_NOT_YOURS', '您可以查看这个待办，但不能办理它。');
  }
  return task;
}

/** Writes only if the task is still as it was read: the same state, in the same hands. */
async function change(
  task: TaskDocument,
  state: TaskDocument['state'],
  update: UpdateQuery<TaskDocument>,
  deps: TaskDeskDeps,
): Promise<TaskDocument | undefined> {
  const holder = state === 'claimed' ? { 'assignee.id': task.assignee?.id ?? '' } : {};
  const filter = { _id: task._id, state, ...holder };
  const changed = await TaskModel.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean();
  if (changed) announceTask(changed, deps.live);
  return changed ?? undefined;
}

function isMine(task: TaskDocument, actor: Actor): boolean {
  return task.state === 'claimed' && task.assignee?.id === actor.id;
}

/** The same person sends the same decision again (a double click, a lost answer). */
function isDone(task: TaskDocument, input: CompleteTask, actor: Actor): boolean {
  return task.state === 'completed' && task.outcome?.by.id === actor.id && task.outcome.action === input.action;
}

function whyNot(task: TaskDocument, actor: Actor): AppError {
  if (task.state === 'completed' || task.state === 'canceled') return taskClosed(task.state);
  if (task.assignee && task.assignee.id !== actor.id) return taskTaken(task.assignee.displayName);
  return new AppError('conflict', 'TASK_CHANGED', '这个待办刚刚有变化，请刷新后重试。');
}

function claimFields(actor: Actor, now: Date): Partial<TaskDocument> {
  return { state: 'claimed', assignee: { id: actor.id, displayName: actor.displayName }, claimedAt: now };
}

async function handOver(
  task: TaskDocument,
  completion: Completion,
  sink: { system: string; name: string },
  deps: TaskDeskDeps,
): Promise<void> {
  if (!deps.secretSink) {
    throw new AppError('unavailable', 'SECRET_SINK_UNAVAILABLE', '暂时不能把密码送达办理部门，请稍后重试。');
  }
  const { caseNumber, variables, processInstanceKey, elementInstanceKey } = task;
  const idempotencyKey = `${processInstanceKey}-${elementInstanceKey}`;
  await deps.secretSink({ ...sink, caseNumber, idempotencyKey, variables, secrets: completion.secrets });
}

function completed(task: TaskDocument, completion: Completion, actor: Actor, now: Date): UpdateQuery<TaskDocument> {
  const { action, data, reason, missing } = completion;
  const by = { id: actor.id, displayName: actor.displayName };
  const { $push, $set } = pushEffects(completionEffects(task, completion, actor, now), now);
  return {
    $set: {
      state: 'completed',
      assignee: by,
      closedAt: now,
      outcome: { action, reason, missing, data, at: now, by },
      ...$set,
    },
    ...($push ? { $push } : {}),
  };
}

const TITLES = { complete: '已办理', refuse: '不予许可', correct: '要求补正' } as const;

/** The line in the timeline comes first, so that what the process does next stands below it. */
function completionEffects(task: TaskDocument, completion: Completion, actor: Actor, now: Date): Effect[] {
  const { action, data, reason, missing } = completion;
  const listed = missing.map((material) => `${material.name}：${material.reason}`).join('；');
  const detail = reason ?? listed;
  const byApplicant = task.queue === APPLICANT_QUEUE;
  return [
    {
      id: `${task._id}-note`,
      kind: 'case.note',
      caseNumber: task.caseNumber,
      entry: {
        at: now,
        kind: `task-${OUTCOMES[action] ?? action}`,
        title: `${task.name}：${TITLES[action]}`,
        elementId: task.elementId,
        actor: byApplicant ? '申请人' : actor.displayName,
        ...(detail ? { detail } : {}),
      },
    },
    {
      id: `${task._id}-complete`,
      kind: 'engine.complete-job',
      elementInstanceKey: task.elementInstanceKey,
      jobKey: task.jobKey,
      variables: { outcome: OUTCOMES[action], data, reason, missing },
    },
  ];
}
