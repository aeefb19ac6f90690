/** Whether a bundle's parts fit together: at load, before publishing, and in tests. Says everything at once. */
import type { FieldError } from '../../shared/errors.js';
import { findErrors } from '../../shared/validation.js';
import { scanBpmn } from './bpmn-scan.js';
import type { BundleContent } from './bundle-package.js';
import { findFormProblems } from './check-form.js';
import manifestSchema from './manifest.schema.json' with { type: 'json' };

const { $schema: _schema, ...schema } = manifestSchema;

/** Empty when the bundle is fit to be deployed. Paths point into the manifest, or are element ids. */
export function checkBundle(content: BundleContent): FieldError[] {
  const shape = findErrors(schema, content.manifest);
  if (shape.length > 0) return shape;
  return [...checkProcess(content), ...checkForms(content), ...checkReferences(content)];
}

function checkProcess({ manifest, xml }: BundleContent): FieldError[] {
  const facts = scanBpmn(xml);
  const errors: FieldError[] = [];
  if (!facts.processIds.includes(manifest.id)) {
    errors.push({ path: manifest.id, message: `流程图中没有编号为 ${manifest.id} 的流程。` });
  }
  if (!facts.messageNames.includes(manifest.startMessage)) {
    errors.push({ path: '/startMessage', message: `流程图中没有名为 ${manifest.startMessage} 的消息。` });
  }
  for (const id of facts.userTaskIds) {
    if (!manifest.tasks[id]) errors.push({ path: id, message: '清单 tasks 中没有这个人工环节的表单和队列。' });
  }
  for (const id of Object.keys(manifest.tasks)) {
    if (!facts.userTaskIds.includes(id)) errors.push({ path: `/tasks/${id}`, message: '流程图中没有这个人工环节。' });
  }
  return errors;
}

function checkForms({ manifest, forms }: BundleContent): FieldError[] {
  const wanted: [string, string][] = [
    ['/startForm', manifest.startForm],
    ...Object.entries(manifest.tasks).map(([id, task]): [string, string] => [`/tasks/${id}/form`, task.form]),
  ];
  const missing = wanted
    .filter(([, name]) => !forms[name])
    .map(([path, name]) => ({ path, message: `forms 中没有 ${name}.form。` }));
  const unsound = Object.entries(forms).flatMap(([name, form]) =>
    findFormProblems(form).map((message) => ({ path: `/forms/${name}`, message: `表单“${name}”：${message}` })),
  );
  return [...missing, ...unsound];
}

function checkReferences({ manifest }: BundleContent): FieldError[] {
  const errors: FieldError[] = [];
  const items = new Set(manifest.items.map((item) => item.id));
  const queues = new Set([...Object.keys(manifest.departments), 'window', 'applicant']);
  for (const [index, item] of manifest.items.entries()) {
    if (!manifest.departments[item.department]) {
      errors.push({ path: `/items/${index}/department`, message: `departments 中没有 ${item.department}。` });
    }
  }
  for (const [id, task] of Object.entries(manifest.tasks)) {
    if (!queues.has(task.queue)) {
      errors.push({ path: `/tasks/${id}/queue`, message: `没有名为“${task.queue}”的队列。` });
    }
    if (task.item && !items.has(task.item)) {
      errors.push({ path: `/tasks/${id}/item`, message: `items 中没有 ${task.item}。` });
    }
  }
  return errors;
}
