/** What a person enters to end a task, checked against its form and its actions. */
import { AppError } from '../../shared/errors.js';
import type { BundleVersion } from '../bundles/bundle-types.js';
import { checkFormData } from '../bundles/form-data.js';
import type { BundleTask } from '../bundles/manifest.js';
import type { MissingMaterial } from '../cases/case-types.js';
import type { CompleteTask, TaskAction } from './task-types.js';

export interface Completion {
  readonly action: TaskAction;
  /** Without the secret fields. */
  readonly data: Record<string, unknown>;
  readonly secrets: Record<string, unknown>;
  readonly reason: string | null;
  readonly missing: MissingMaterial[];
}

/** @throws AppError invalid TASK_ACTION_FORBIDDEN, TASK_DATA_INVALID */
export function checkCompletion(input: CompleteTask, task: BundleTask, bundle: BundleVersion): Completion {
  if (!task.actions.includes(input.action)) {
    throw new AppError('invalid', 'TASK_ACTION_FORBIDDEN', '这个环节不能进行该操作，请选择页面上的其他操作。');
  }
  const { data, errors } = checkFormData(bundle.forms[task.form] ?? {}, input.data, { prefix: '/data', strict: false });
  // Who refuses or asks for corrections need not fill in what belongs to a positive end.
  if (input.action === 'complete' && errors.length > 0) throw invalid(errors);
  const reason = input.reason?.trim() ?? '';
  if (input.action === 'refuse' && reason.length < 2) {
    throw invalid([{ path: '/reason', message: '请写明不予许可的理由和依据。' }]);
  }
  const secretFields = new Set(task.secretFields ?? []);
  const split = (secret: boolean): Record<string, unknown> =>
    Object.fromEntries(Object.entries(data).filter(([key]) => secretFields.has(key) === secret));
  return {
    action: input.action,
    data: split(false),
    secrets: split(true),
    reason: reason === '' ? null : reason,
    missing: input.action === 'correct' ? checkMissing(input, bundle) : [],
  };
}

/** Everything at once 一次告知: at least one, each with its reason. */
function checkMissing(input: CompleteTask, { manifest }: BundleVersion): MissingMaterial[] {
  const asked = input.missing ?? [];
  if (asked.length === 0) throw invalid([{ path: '/missing', message: '请一次列明需要补正的全部内容。' }]);
  return asked.map(({ materialId, reason }, index) => {
    if (reason.trim() === '') throw invalid([{ path: `/missing/${index}/reason`, message: '请写明需要补正的原因。' }]);
    if (materialId === undefined) return { id: 'form', name: '申请表', reason: reason.trim() };
    const material = manifest.materials.find((candidate) => candidate.id === materialId);
    if (!material) throw invalid([{ path: `/missing/${index}/materialId`, message: '这个套餐没有这份材料。' }]);
    return { id: material.id, name: material.name, reason: reason.trim() };
  });
}

function invalid(errors: readonly { path: string; message: string }[]): AppError {
  return new AppError('invalid', 'TASK_DATA_INVALID', '办理内容有需要修改的地方，请按提示修改后再提交。', errors);
}

/** As the process reads it. */
export const OUTCOMES: Readonly<Record<TaskAction, string>> = {
  complete: 'completed',
  refuse: 'refused',
  correct: 'correct',
};
