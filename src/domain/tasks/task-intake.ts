/** Jobs of user tasks become tasks, and end when the engine ends their element. */
import type { Clock } from '../../shared/clock.js';
import { newId } from '../../shared/ids.js';
import type { Logger } from '../../shared/logger.js';
import type { BundleService } from '../bundles/bundle-types.js';
import { getCase } from '../cases/case-change.js';
import type { CaseDocument } from '../cases/case-model.js';
import type { Step } from '../cases/case-service-types.js';
import { maskName } from '../cases/masking.js';
import type { LiveEvents } from '../live/live-types.js';
import { newOutbox } from '../outbox/outbox-fields.js';
import { APPLICANT_QUEUE } from './task-access.js';
import { EndedElementModel, TaskModel, type TaskDocument } from './task-model.js';
import type { TaskService, UserTaskJob } from './task-types.js';

export interface TaskIntakeDeps {
  readonly bundles: BundleService;
  /** Tells the case which process runs it, the first time. */
  beginCase(caseNumber: string, step: Step): Promise<void>;
  readonly live: LiveEvents;
  readonly clock: Clock;
  readonly logger: Logger;
}

const GROUPS_HEADER = 'io.camunda.zeebe:candidateGroups';
const ASSIGNEE_HEADER = 'io.camunda.zeebe:assignee';
const DUPLICATE_KEY = 11000;

export function createTaskIntake(deps: TaskIntakeDeps): Pick<TaskService, 'upsertFromJob' | 'cancelByElementInstance'> {
  return {
    upsertFromJob: async (job) => {
      const identity = { caseNumber: job.caseNumber, elementInstanceKey: job.elementInstanceKey };
      const known = await TaskModel.findOne(identity, { jobKey: 1 }).lean();
      if (known?.jobKey === job.jobKey) return known._id;
      if (known) {
        await TaskModel.updateOne(identity, { $set: { jobKey: job.jobKey } });
        return known._id;
      }
      await deps.beginCase(job.caseNumber, job);
      const task = await newTask(job, deps);
      const stored = await insert(task);
      // Asked after the insert: whoever ends the element writes this first and then looks for the task.
      if (await EndedElementModel.exists({ _id: job.elementInstanceKey })) await cancel(job.elementInstanceKey, deps);
      else if (stored === task) announceTask(task, deps.live);
      return stored._id;
    },

    cancelByElementInstance: async (elementInstanceKey) => {
      await EndedElementModel.updateOne(
        { _id: elementInstanceKey },
        { $set: { at: deps.clock.now() } },
        { upsert: true },
      );
      await cancel(elementInstanceKey, deps);
    },
  };
}

export function announceTask(task: TaskDocument, live: LiveEvents): void {
  live.emit({
    type: 'task',
    id: task._id,
    caseNumber: task.caseNumber,
    queue: task.queue,
    departments: task.departments,
    ...(task.applicantId ? { applicantId: task.applicantId } : {}),
  });
}

/** The engine's word is the last, also over a completion that came too late. Only the newest task of the key is meant. */
async function cancel(elementInstanceKey: string, deps: TaskIntakeDeps): Promise<void> {
  const newest = await TaskModel.findOne({ elementInstanceKey }, { _id: 1 }).sort({ createdAt: -1 }).lean();
  if (!newest) return;
  const canceled = await TaskModel.findOneAndUpdate(
    { _id: newest._id, state: { $ne: 'canceled' } },
    { $set: { state: 'canceled', closedAt: deps.clock.now() } },
    { returnDocument: 'after' },
  ).lean();
  if (canceled) announceTask(canceled, deps.live);
}

async function insert(task: TaskDocument): Promise<TaskDocument> {
  try {
    await TaskModel.collection.insertOne(task as never);
    return task;
  } catch (error) {
    if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error;
    const { caseNumber, elementInstanceKey } = task;
    const twin = await TaskModel.findOne({ caseNumber, elementInstanceKey }).lean();
    if (!twin) throw error;
    return twin;
  }
}

async function newTask(job: UserTaskJob, deps: TaskIntakeDeps): Promise<TaskDocument> {
  const found = await getCase(job.caseNumber);
  const bundle = await deps.bundles.get(found.bundleId, found.bundleVersion);
  const rules = bundle.manifest.tasks[job.elementId];
  const now = deps.clock.now();
  return {
    _id: newId(),
    elementInstanceKey: job.elementInstanceKey,
    jobKey: job.jobKey,
    elementId: job.elementId,
    processInstanceKey: job.processInstanceKey,
    caseNumber: job.caseNumber,
    bundleId: found.bundleId,
    bundleVersion: found.bundleVersion,
    bundleName: found.bundleName,
    name: rules?.name ?? job.elementId,
    queue: queueOf(job, found, rules?.queue),
    applicantId: found.applicant.userId,
    departments: found.departments,
    applicantName: maskName(found.applicant.name),
    state: 'open',
    assignee: null,
    variables: { ...job.variables },
    createdAt: now,
    claimedAt: null,
    closedAt: null,
    warnAt: found.limits.warnAt,
    dueAt: found.limits.promisedDueAt,
    outcome: null,
    engineRefused: false,
    ...newOutbox([], now),
  };
}

/**
 * The model decides: assignee `applicant`, or the first candidate group; what the manifest says stands in where the model
 * says nothing. An applicant without an account is served at the window.
 */
function queueOf(job: UserTaskJob, found: CaseDocument, byManifest: string | undefined): string {
  const named =
    job.customHeaders[ASSIGNEE_HEADER] === APPLICANT_QUEUE
      ? APPLICANT_QUEUE
      : (firstGroup(job.customHeaders[GROUPS_HEADER]) ?? byManifest ?? 'window');
  const queue = named === APPLICANT_QUEUE && found.applicant.userId === null ? 'window' : named;
  return queue === 'window' ? (found.window ?? queue) : queue;
}

function firstGroup(header: string | undefined): string | undefined {
  if (!header) return undefined;
  try {
    const groups: unknown = JSON.parse(header);
    const first: unknown = Array.isArray(groups) ? groups[0] : undefined;
    return typeof first === 'string' ? first : undefined;
  } catch {
    return undefined;
  }
}
