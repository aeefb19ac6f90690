/** A stored task as a person may see it. */
import type { BundleVersion } from '../bundles/bundle-types.js';
import type { BundleTask } from '../bundles/manifest.js';
import type { CaseDocument } from '../cases/case-model.js';
import { sightOf } from '../cases/case-access.js';
import { viewOf } from '../cases/case-view.js';
import { seenForm, type Sight } from '../cases/masking.js';
import type { Light } from '../cases/case-types.js';
import type { Actor } from '../users/actor.js';
import type { TaskDocument } from './task-model.js';
import type { TaskSummary, TaskView } from './task-types.js';

export function summaryOf(task: TaskDocument, now: Date): TaskSummary {
  const { _id: id, name, caseNumber, bundleName, applicantName, queue, state, assignee, createdAt, elementId } = task;
  return {
    id,
    name,
    caseNumber,
    bundleName,
    applicantName,
    queue,
    state,
    assignee,
    createdAt,
    dueAt: task.dueAt,
    light: lightOf(task, now),
    elementId,
  };
}

export function taskViewOf(
  task: TaskDocument,
  found: CaseDocument,
  bundle: BundleVersion,
  actor: Actor,
  now: Date,
): TaskView {
  const rules = bundle.manifest.tasks[task.elementId];
  const sight = taskSight(task, found, rules, actor);
  return {
    ...summaryOf(task, now),
    actions: [...(rules?.actions ?? ['complete'])],
    form: bundle.forms[rules?.form ?? ''] ?? {},
    data: { ...seenForm(found.form, bundle.manifest, sight), ...task.outcome?.data },
    item: rules?.item ?? null,
    case: viewOf(found, bundle.manifest, actor, now, sight),
    outcome: task.outcome && {
      action: task.outcome.action,
      reason: task.outcome.reason,
      at: task.outcome.at,
      by: task.outcome.by.displayName,
    },
  };
}

/** Only who has taken a task that needs the person's identity sees it, and only while working on it. */
function taskSight(task: TaskDocument, found: CaseDocument, rules: BundleTask | undefined, actor: Actor): Sight {
  const working = task.state === 'claimed' && task.assignee?.id === actor.id;
  return working && rules?.needsIdentity ? 'full' : sightOf(found, actor);
}

function lightOf({ state, closedAt, dueAt, warnAt }: TaskDocument, now: Date): Light {
  const open = state === 'open' || state === 'claimed';
  const at = open ? now : (closedAt ?? now);
  if (at > dueAt) return 'red';
  return open && at > warnAt ? 'amber' : 'green';
}
