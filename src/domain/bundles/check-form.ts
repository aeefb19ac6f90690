/** Whether a form is one that the server can check: only fields whose rules form-schema.ts knows. */
import type { FormSchema } from './bundle-types.js';
import type { FormComponent } from './form-fields.js';

/** Fields that carry data. */
const FIELDS = [
  'textfield',
  'textarea',
  'number',
  'checkbox',
  'radio',
  'select',
  'checklist',
  'taglist',
  'datetime',
  'dynamiclist',
];
const CHOICES = ['radio', 'select', 'checklist', 'taglist'];
/** What only shows or arranges. */
const SHOWN = ['group', 'text', 'html', 'image', 'separator', 'spacer'];

/** What is wrong with it, in Chinese; empty when nothing is. */
export function findFormProblems(form: FormSchema): string[] {
  const components = form['components'];
  if (!Array.isArray(components)) return ['不是有效的表单：缺少 components。'];
  return problemsOf(components as readonly FormComponent[]);
}

function problemsOf(components: readonly FormComponent[]): string[] {
  const seen = new Set<string>();
  return components.flatMap((component) => {
    const { type, key, label, components: inner } = component;
    const name = label?.trim() || key || type;
    const below = problemsOf(inner ?? []);
    if (!FIELDS.includes(type))
      return SHOWN.includes(type) ? below : [`暂不支持“${type}”这种组件，请换一种。`, ...below];
    const found: string[] = [];
    if (type === 'dynamiclist') return below;
    if (!key) found.push(`“${name}”没有字段名。`);
    else if (seen.has(key)) found.push(`字段名“${key}”重复。`);
    seen.add(key ?? '');
    if (!label?.trim() && type !== 'datetime') found.push(`字段“${name}”没有标题。`);
    if (CHOICES.includes(type) && (component.values ?? []).length === 0) found.push(`“${name}”没有可选项。`);
    return found;
  });
}
