/** What changed in the human steps' settings and in the forms between two versions. */
import type { Content, DraftTask, FormSchema } from '../api/types.js';
import type { ChangeKind, Detail } from './compare.js';

export interface PartChange {
  kind: Exclude<ChangeKind, 'moved'>;
  part: 'task' | 'form';
  /** Element id, or name of the form. */
  id: string;
  name: string;
  details: Detail[];
}

type Parts = Pick<Content, 'tasks' | 'forms'>;

export function compareParts(before: Parts, after: Parts): PartChange[] {
  return [
    ...compareMaps('task', before.tasks, after.tasks, taskProperties, (id, task) => task.name ?? id),
    ...compareMaps('form', before.forms, after.forms, formProperties, (name) => name),
  ];
}

function compareMaps<T>(
  part: PartChange['part'],
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  propertiesOf: (value: T) => Map<string, string>,
  nameOf: (id: string, value: T) => string,
): PartChange[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return ids.flatMap((id): PartChange[] => {
    const [old, now] = [before[id], after[id]];
    const known = now ?? old;
    if (known === undefined) return [];
    const details = differences(old && propertiesOf(old), now && propertiesOf(now));
    const kind = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    if (kind === 'changed' && details.length === 0) return [];
    return [{ kind, part, id, name: nameOf(id, known), details: kind === 'removed' ? [] : details }];
  });
}

function differences(old: Map<string, string> = new Map(), now: Map<string, string> = new Map()): Detail[] {
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((property) => ({ property, before: old.get(property), after: now.get(property) }))
    .filter(({ before, after }) => before !== after);
}

const ACTIONS: Readonly<Record<string, string>> = { complete: '办理通过', refuse: '不予许可', correct: '要求补正' };

function taskProperties(task: DraftTask): Map<string, string> {
  const { name, queue, form, item } = task;
  const rest = { name, queue, form, item, actions: (task.actions ?? []).map((action) => ACTIONS[action]).join('、') };
  return new Map(Object.entries(rest).flatMap(([key, value]) => (value ? [[key, value] as const] : [])));
}

interface Component {
  type?: string;
  key?: string;
  label?: string;
  id?: string;
  text?: string;
  components?: Component[];
  [rule: string]: unknown;
}

/** One line per component: its label, kind, and everything else that is set. */
function formProperties(form: FormSchema): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (components: Component[]): void => {
    for (const { components: inner, id, layout: _layout, key, ...component } of components) {
      const { type, label, text, ...rules } = component;
      const extra = Object.keys(rules).length > 0 ? ` ${JSON.stringify(rules)}` : '';
      found.set(key ?? id ?? '', `${label ?? text ?? ''}（${type ?? ''}）${extra}`);
      visit(inner ?? []);
    }
  };
  visit((form['components'] ?? []) as Component[]);
  return found;
}
