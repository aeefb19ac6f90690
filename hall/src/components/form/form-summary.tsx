import type { FormComponent, FormData, FormSchema } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import './form-summary.css';

interface Line {
  key: string;
  label: string;
  value: unknown;
  field: FormComponent | undefined;
}

/** The form's fields in order, groups opened up. */
function fieldsOf(components: readonly FormComponent[]): FormComponent[] {
  return components.flatMap((component) =>
    component.components && component.type !== 'dynamiclist' ? fieldsOf(component.components) : [component],
  );
}

function linesOf(schema: FormSchema | undefined, data: FormData): Line[] {
  const fields = schema ? fieldsOf(schema.components).filter((field) => field.key) : [];
  const known = fields
    .filter((field) => data[field.key ?? ''] !== undefined)
    .map((field) => ({
      key: field.key ?? '',
      label: field.label ?? field.key ?? '',
      value: data[field.key ?? ''],
      field,
    }));
  if (schema) return known;
  return Object.keys(data).map((key) => ({ key, label: key, value: data[key], field: undefined }));
}

function useValueText(): (value: unknown, field: FormComponent | undefined) => string {
  const { t } = useLanguage();
  const text = (value: unknown, field: FormComponent | undefined): string => {
    if (value === null || value === undefined || value === '') return t('form.empty');
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
    if (Array.isArray(value)) return value.map((entry) => text(entry, field)).join('、');
    const option = field?.values?.find((candidate) => candidate.value === value);
    if (option) return option.label;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return text;
}

/** What was filled in, to read: labels from the form, options by their words. */
export function FormSummary({ schema, data }: { schema: FormSchema | undefined; data: FormData }) {
  const valueText = useValueText();
  return (
    <dl className="facts">
      {linesOf(schema, data).map((line) => (
        <div key={line.key} className={line.label.length > 14 ? 'facts-long' : undefined}>
          <dt>{line.label}</dt>
          <dd>{valueText(line.value, line.field)}</dd>
        </div>
      ))}
    </dl>
  );
}
