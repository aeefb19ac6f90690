/** The ready steps that an analyst can append: each department's programs and each queue's human task. */
import type { Bundle } from '../api/types';

export interface DepartmentStep {
  /** Stable id for the menu. */
  key: string;
  kind: 'program' | 'person';
  /** Name of the drawn element, Chinese. */
  name: string;
  group: { id: string; name: string };
  /** What it does, one line. */
  description: string;
  jobType?: string;
  /** Error code of a declared refusal: drawn as an error event on the task. */
  refusal?: string;
  queue?: string;
  /** A human task of the manifest: drawn under this id, once. */
  elementId?: string;
  /** The form of a listed human task. */
  form?: string;
  /** Done by the person who applied. */
  applicant?: boolean;
}

/** Job types of Zeebe itself; human tasks have entries of their own. */
const RESERVED = 'io.camunda.zeebe:';
const CASE = { id: 'case', name: '办件' };
const APPLICANT = { id: 'applicant', name: '办事人' };
const WINDOW = { id: 'window', name: '综合窗口' };

/** By department, its programs before its people; then the window, the applicant, and what happens to the case itself. */
export function departmentSteps(bundle: Bundle): DepartmentStep[] {
  const order = [...Object.keys(bundle.manifest.departments), WINDOW.id, APPLICANT.id, CASE.id];
  const steps = [...programs(bundle), ...people(bundle)];
  return steps.sort((a, b) => order.indexOf(a.group.id) - order.indexOf(b.group.id));
}

/** Queues that a human task of this bundle may go to. */
export function queuesOf(bundle: Bundle): string[] {
  return [...Object.keys(bundle.manifest.departments), 'window'];
}

function programs(bundle: Bundle): DepartmentStep[] {
  return bundle.knownJobTypes
    .filter(({ type }) => !type.startsWith(RESERVED))
    .map((job) => {
      const department = job.department ?? job.type.split('.')[0] ?? '';
      const name = bundle.manifest.departments[department]?.name;
      return {
        key: `program-${job.type}`,
        kind: 'program',
        name: job.name,
        group: name === undefined ? CASE : { id: department, name },
        description: `自动办理 · ${job.type}`,
        jobType: job.type,
        ...(job.refusal === undefined ? {} : { refusal: job.refusal }),
      };
    });
}

function people(bundle: Bundle): DepartmentStep[] {
  const listed = Object.entries(bundle.manifest.tasks).map(([id, task]) => listedTask(id, task, bundle));
  const departments = Object.entries(bundle.manifest.departments).map(([id, { name }]): DepartmentStep => ({
    key: `person-${id}`,
    kind: 'person',
    name: `${name}办理`,
    group: { id, name },
    description: `新的人工任务 · 进入${name}的队列`,
    queue: id,
  }));
  return [
    ...listed,
    ...departments,
    {
      key: 'person-window',
      kind: 'person',
      name: '窗口办理',
      group: WINDOW,
      description: '新的人工任务 · 进入收件窗口的队列',
      queue: 'window',
    },
    {
      key: 'person-applicant',
      kind: 'person',
      name: '办事人办理',
      group: APPLICANT,
      description: '新的人工任务 · 由办事人自己完成',
      applicant: true,
    },
  ];
}

/** A human task that the manifest describes; offered while it is not drawn. */
function listedTask(
  id: string,
  { name, queue, form }: { name: string; queue: string; form: string },
  { manifest }: Bundle,
): DepartmentStep {
  const department = manifest.departments[queue];
  return {
    key: `listed-${id}`,
    kind: 'person',
    name,
    group: queue === APPLICANT.id ? APPLICANT : department ? { id: queue, name: department.name } : WINDOW,
    description: '清单中的人工任务 · 目前不在图中',
    elementId: id,
    form,
    ...(queue === APPLICANT.id ? { applicant: true } : { queue }),
  };
}
