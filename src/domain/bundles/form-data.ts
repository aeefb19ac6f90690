/** Checks what a person entered against the form's own rules, on the server as on the page. */
import { AppError, type FieldError } from '../../shared/errors.js';
import { compileValidator, type Validator } from '../../shared/validation.js';
import type { FormSchema } from './bundle-types.js';
import { allFields, visibleFields, type FormField } from './form-fields.js';
import { formJsonSchema } from './form-schema.js';

export interface CheckedForm {
  /** Only fields of the form that are visible; empty ones are left out. */
  readonly data: Record<string, unknown>;
  /** Paths start with the prefix. */
  readonly errors: FieldError[];
}

export interface FormCheckOptions {
  /** Where the data lies in the request, e.g. `/form`. */
  readonly prefix: string;
  /** Refuse keys that the form does not have; else they are dropped. */
  readonly strict: boolean;
}

/** Compiled rules by their JSON text: ajv keeps whatever it compiles for ever, so the same rules compile once. */
const validators = new Map<string, Validator<unknown>>();

export function checkFormData(
  form: FormSchema,
  input: Record<string, unknown>,
  options: FormCheckOptions,
): CheckedForm {
  const fields = visibleFields(form, input);
  const data = pick(fields, input);
  const errors = findings(fields, data).map((error) => ({ ...error, path: `${options.prefix}${error.path}` }));
  if (options.strict) errors.push(...strangers(form, input, options.prefix));
  return { data, errors };
}

function findings(fields: readonly FormField[], data: Record<string, unknown>): FieldError[] {
  const schema = formJsonSchema(fields);
  const key = JSON.stringify(schema);
  let validate = validators.get(key);
  if (!validate) {
    validate = compileValidator<unknown>(schema);
    validators.set(key, validate);
  }
  try {
    validate(data);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.errors.map((finding) => phrase(finding, fields, data));
  }
}

/** Says it in the form's words: the label instead of the key, the rule instead of a regular expression. */
function phrase(finding: FieldError, fields: readonly FormField[], data: Record<string, unknown>): FieldError {
  const field = fields.find((candidate) => isAt(candidate, finding.path));
  if (!field) return finding;
  const label = field.component.label?.replace(/[*：:\s]+$/, '') || field.path.join('.');
  const value = valueAt(data, field.path);
  if (value === undefined || field.component.type === 'checkbox') {
    return { path: finding.path, message: `请填写或选择“${label}”。` };
  }
  const rules = field.component.validate ?? {};
  const wantsPattern = rules.pattern !== undefined || rules.validationType !== undefined;
  if (typeof value === 'string' && wantsPattern && finding.message.includes('模式')) {
    return { path: finding.path, message: rules.patternErrorMessage ?? `“${label}”的格式不正确，请检查。` };
  }
  return { path: finding.path, message: `“${label}”${finding.message}` };
}

function isAt(field: FormField, pointer: string): boolean {
  const path = `/${field.path.join('/')}`;
  return pointer === path || pointer.startsWith(`${path}/`);
}

/** Keys at the top that no field of the form, hidden or not, accounts for. */
function strangers(form: FormSchema, input: Record<string, unknown>, prefix: string): FieldError[] {
  const known = new Set(allFields(form).map((field) => field.path[0]));
  return Object.keys(input)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: `${prefix}/${key}`, message: '表单中没有这一项，请删除。' }));
}

function pick(fields: readonly FormField[], input: Record<string, unknown>): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { path } of fields) {
    const value = trimmed(valueAt(input, path));
    if (isEmpty(value)) continue;
    let at = data;
    for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
    at[path.at(-1) ?? ''] = value;
  }
  return data;
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

/** What form-js sends for a field that was left alone. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function valueAt(data: Record<string, unknown>, path: readonly string[]): unknown {
  let at: unknown = data;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}
