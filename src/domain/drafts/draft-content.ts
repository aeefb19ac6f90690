/** What a draft would make of its bundle: the drawing decides which human steps there are, whose they are and with which form. */
import type { FieldError } from '../../shared/errors.js';
import type { ProcessElement, ProcessModel } from '../bpmn/process-model.js';
import type { BundleVersion, FormSchema } from '../bundles/bundle-types.js';
import type { BundleManifest, BundleTask } from '../bundles/manifest.js';
import type { DraftDocument } from './draft-model.js';
import type { DraftContent, DraftTask } from './draft-types.js';

/** Done by the person who applied. */
const APPLICANT = 'applicant';

/** The draft whole: what it leaves out is the newest version's; a human step that is no longer drawn is dropped. */
export function contentOf(draft: DraftDocument, newest: BundleVersion, model: ProcessModel): DraftContent {
  const known = draft.tasks === null ? {} : (JSON.parse(draft.tasks) as Record<string, DraftTask>);
  const forms = draft.forms === null ? newest.forms : (JSON.parse(draft.forms) as Record<string, FormSchema>);
  const tasks = userTasks(model).map((element) => {
    const task = known[element.id] ?? newest.manifest.tasks[element.id];
    return [element.id, drawnTask(element, task)];
  });
  return { xml: draft.xml ?? '', tasks: Object.fromEntries(tasks) as Record<string, DraftTask>, forms };
}

/** What is still missing for its human steps, in words for the analyst; paths are element ids. */
export function findUnfinishedTasks({ tasks, forms }: DraftContent): FieldError[] {
  return Object.entries(tasks).flatMap(([path, { queue, form, actions }]) => {
    const messages: string[] = [];
    if (!queue) messages.push('人工环节没有指定队列，请在“人工环节”中选择由谁办理。');
    if (!form) messages.push('人工环节没有表单，请在“人工环节”中选择或新建一个。');
    else if (!forms[form]) messages.push(`人工环节的表单“${form}”不存在，请重新选择。`);
    if (!actions || actions.length === 0) messages.push('人工环节没有可选的办理动作，请至少选择一个。');
    return messages.map((message) => ({ path, message }));
  });
}

/** The newest manifest with the draft's human steps; stages lose what is no longer drawn. */
export function manifestOf({ tasks }: DraftContent, { manifest }: BundleVersion, model: ProcessModel): BundleManifest {
  const stages = manifest.stages
    ?.map((stage) => ({ ...stage, elements: stage.elements.filter((id) => model.elements.has(id)) }))
    .filter((stage) => stage.elements.length > 0);
  return { ...manifest, tasks: tasks as Record<string, BundleTask>, ...(stages ? { stages } : {}) };
}

/** Whether publishing would change nothing: so a publication whose process died after it was stored is not made twice. */
export function isPublished(content: DraftContent, manifest: BundleManifest, newest: BundleVersion): boolean {
  const before = [newest.xml, newest.manifest, newest.forms];
  return JSON.stringify([content.xml, manifest, content.forms]) === JSON.stringify(before);
}

function userTasks(model: ProcessModel): ProcessElement[] {
  return [...model.elements.values()].filter(({ type }) => type === 'bpmn:UserTask');
}

/** Undefined fields are left out, so that the same task has the same text. */
function drawnTask(element: ProcessElement, task: DraftTask = { actions: ['complete'] }): DraftTask {
  const { name: oldName, form: _form, queue: _queue, actions, ...rest } = task;
  const name = element.name.replace(/\s+/g, '') || oldName;
  const form = /^(?:forms\/)?([a-z0-9-]+)(?:\.form)?$/.exec(element.formKey ?? '')?.[1];
  const queue = queueOf(element);
  return {
    ...(name ? { name } : {}),
    ...(form ? { form } : {}),
    ...(queue ? { queue } : {}),
    ...(actions ? { actions } : {}),
    ...rest,
  };
}

function queueOf({ assignee, candidateGroups }: ProcessElement): string | undefined {
  if (assignee === APPLICANT) return APPLICANT;
  const first = candidateGroups?.split(',')[0]?.trim();
  return first === '' ? undefined : first;
}
