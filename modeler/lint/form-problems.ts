/** What is wrong with a form, as the server will say at publication (src/domain/bundles/check-form.ts). */

interface FormComponent {
  readonly type: string;
  readonly key?: string;
  readonly label?: string;
  readonly values?: readonly unknown[];
  readonly components?: readonly FormComponent[];
}

/** Fields that carry data; the form editor offers these and `SHOWN`. */
export const FIELDS = [
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
export const SHOWN = ['group', 'text', 'html', 'image', 'separator', 'spacer'];

/** What is wrong with it, in Chinese; empty when nothing is. */
export function findFormProblems(form: Readonly<Record<string, unknown>>): string[] {
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
