/** What each kind of effect does when its time has come. All idempotent: an effect may be delivered twice. */
import { EngineRejection, type EnginePort } from '../../engine/client/port.js';
import type { Queues } from '../../queues/queues.js';
import { CaseModel, type CaseDocument } from '../cases/case-model.js';
import { announceCase } from '../cases/case-change.js';
import type { LiveEvents } from '../live/live-types.js';
import { TaskModel } from '../tasks/task-model.js';
import type { Deliver } from './delivery.js';
import type { Effect } from './outbox-types.js';

export interface EffectDeps {
  readonly engine: EnginePort;
  readonly queues: Queues;
  readonly live: LiveEvents;
  /** Resolves when the engine has the bundles: a start message that comes before its process starts nothing. */
  ensureDeployed(): Promise<void>;
}

export function createDeliver(deps: EffectDeps): Deliver {
  return async (effect, attempt) => {
    switch (effect.kind) {
      case 'engine.publish-message':
        await deps.ensureDeployed();
        await deps.engine.publishMessage(effect.message);
        return;
      case 'engine.complete-job':
        return completeJob(effect, attempt, deps.engine);
      case 'engine.throw-error':
        return unlessGone(deps.engine.throwError(effect.jobKey, effect.error));
      case 'engine.cancel-instance':
        return unlessGone(deps.engine.cancelProcessInstance(effect.processInstanceKey));
      case 'queue.add':
        return deps.queues.add(effect.queue, effect.job);
      case 'case.note':
        return note(effect, deps.live);
    }
  };
}

type CompleteJob = Extract<Effect, { kind: 'engine.complete-job' }>;

/**
 * Not found on the first try means that the element ended before the person was done: the task did not count. On a later
 * try it may as well be our own completion whose answer was lost: then the record stream tells.
 */
async function completeJob(effect: CompleteJob, attempt: number, engine: EnginePort): Promise<void> {
  try {
    await engine.completeJob(effect.jobKey, effect.variables);
  } catch (error) {
    if (!isGone(error)) throw error;
    const { elementInstanceKey, jobKey } = effect;
    const task = await TaskModel.findOne({ elementInstanceKey }, { jobKey: 1 }).sort({ createdAt: -1 }).lean();
    if (task && task.jobKey !== jobKey) await unlessGone(engine.completeJob(task.jobKey, effect.variables));
    else if (attempt === 1)
      await TaskModel.updateOne({ elementInstanceKey, jobKey }, { $set: { engineRefused: true } });
  }
}

async function unlessGone(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof EngineRejection && error.code === 'NOT_FOUND';
}

async function note(
  { id, caseNumber, entry }: Extract<Effect, { kind: 'case.note' }>,
  live: LiveEvents,
): Promise<void> {
  const written: CaseDocument | null = await CaseModel.findOneAndUpdate(
    { _id: caseNumber, 'applied.key': { $ne: id } },
    {
      $push: { timeline: entry, applied: { key: id, answer: null } },
      $set: { updatedAt: entry.at },
      $inc: { revision: 1 },
    },
    { returnDocument: 'after' },
  ).lean();
  if (written) announceCase(written, live);
}
