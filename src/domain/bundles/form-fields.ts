/** A form-js schema as the list of its data fields, with those that conditions hide left out. */
import { evaluate } from 'feelin';
import type { FormSchema } from './bundle-types.js';

export interface FormComponent {
  readonly type: string;
  readonly id?: string;
  readonly key?: string;
  readonly path?: string;
  readonly label?: string;
  readonly subtype?: string;
  readonly disabled?: boolean;
  readonly readonly?: boolean | string;
  readonly decimalDigits?: number;
  readonly serializeToString?: boolean;
  readonly values?: readonly { readonly label: string; readonly value: unknown }[];
  readonly validate?: FieldRules;
  readonly conditional?: { readonly hide?: string };
  readonly components?: readonly FormComponent[];
}

export interface FieldRules {
  readonly required?: boolean;
  readonly minLength?: number | string;
  readonly maxLength?: number | string;
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly validationType?: 'custom' | 'email' | 'phone';
}

/** A field and the keys that lead to it: groups with a path nest. */
export interface FormField {
  readonly path: readonly string[];
  readonly component: FormComponent;
}

/** Fields a person may fill in, given what is filled in so far. Read-only and disabled ones only show. */
export function visibleFields(form: FormSchema, data: Record<string, unknown>): FormField[] {
  return walk((form['components'] ?? []) as readonly FormComponent[], [], data);
}

/** All data fields, whatever is hidden; for knowing which keys the form has at all. */
export function allFields(form: FormSchema): FormField[] {
  return walk((form['components'] ?? []) as readonly FormComponent[], [], undefined);
}

function walk(
  components: readonly FormComponent[],
  path: readonly string[],
  data: Record<string, unknown> | undefined,
): FormField[] {
  return components.flatMap((component) => {
    if (data && isHidden(component, data)) return [];
    if (component.type === 'group') {
      return walk(component.components ?? [], [...path, ...keysOf(component.path)], data);
    }
    if (!component.key || (data && (component.disabled || component.readonly === true))) return [];
    return [{ path: [...path, ...keysOf(component.key)], component }];
  });
}

function isHidden(component: FormComponent, data: Record<string, unknown>): boolean {
  const condition = component.conditional?.hide;
  if (!condition) return false;
  try {
    return evaluate(condition.replace(/^\s*=/, ''), data).value === true;
  } catch {
    return false; // the form shows a field whose condition it cannot read, so it counts
  }
}

function keysOf(path: string | undefined): string[] {
  return path ? path.split('.').filter((key) => key !== '') : [];
}
