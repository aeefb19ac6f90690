/** The rules of a form-js form as a JSON Schema, for the fields that are visible with the given data. */
import type { FormComponent, FormField } from './form-fields.js';

export type JsonSchema = Record<string, unknown>;

/** Unlike form-js, whose patterns may match anywhere: both mean the same, since JSON Schema's do not anchor either. */
export function formJsonSchema(fields: readonly FormField[]): JsonSchema {
  const root = objectSchema();
  for (const field of fields) place(root, field);
  return root;
}

interface ObjectSchema extends JsonSchema {
  properties: Record<string, JsonSchema>;
  required: string[];
}

function objectSchema(): ObjectSchema {
  return { type: 'object', properties: {}, required: [], additionalProperties: true };
}

function place(root: ObjectSchema, { path, component }: FormField): void {
  const key = path.at(-1);
  if (key === undefined) return;
  const required = component.validate?.required === true;
  let at = root;
  for (const name of path.slice(0, -1)) {
    const next = (at.properties[name] ??= objectSchema()) as ObjectSchema;
    if (required) require(at, name);
    at = next;
  }
  at.properties[key] = fieldSchema(component);
  if (required) require(at, key);
}

function require(at: ObjectSchema, key: string): void {
  if (!at.required.includes(key)) at.required.push(key);
}

/** What a value of this field must look like when it is there. Unknown kinds take anything. */
export function fieldSchema(component: FormComponent): JsonSchema {
  switch (component.type) {
    case 'textfield':
    case 'textarea':
      return textSchema(component);
    case 'number':
      return numberSchema(component);
    case 'checkbox':
      return component.validate?.required ? { const: true } : { type: 'boolean' };
    case 'radio':
    case 'select':
      return optionSchema(component) ?? {};
    case 'checklist':
    case 'taglist':
      return {
        type: 'array',
        uniqueItems: true,
        ...(component.validate?.required ? { minItems: 1 } : {}),
        items: optionSchema(component) ?? {},
      };
    case 'datetime':
      return dateTimeSchema(component);
    case 'dynamiclist':
      return { type: 'array', items: { type: 'object' } };
    default:
      return {};
  }
}

const EMAIL = '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$';
/** As form-js has it: international or local digits with separators. */
const PHONE = '^\\+?[0-9][0-9 ()-]{4,19}$';

function textSchema({ validate = {} }: FormComponent): JsonSchema {
  const pattern =
    validate.validationType === 'email' ? EMAIL : validate.validationType === 'phone' ? PHONE : validate.pattern;
  return {
    type: 'string',
    ...limit('minLength', validate.minLength),
    maxLength: numberOf(validate.maxLength) ?? 2000,
    ...(pattern ? { pattern } : {}),
  };
}

function numberSchema({ validate = {}, decimalDigits, serializeToString }: FormComponent): JsonSchema {
  if (serializeToString) return { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?$' };
  return {
    type: decimalDigits === 0 ? 'integer' : 'number',
    ...limit('minimum', validate.min),
    ...limit('maximum', validate.max),
  };
}

function optionSchema({ values }: FormComponent): JsonSchema | undefined {
  return values ? { enum: values.map((option) => option.value) } : undefined;
}

function dateTimeSchema({ subtype }: FormComponent): JsonSchema {
  switch (subtype) {
    case 'date':
      return { type: 'string', format: 'date' };
    case 'time':
      return { type: ['string', 'number'] };
    default:
      return { type: 'string' };
  }
}

/** form-js lets a rule be an expression (text with `=`); such a rule is the page's alone. */
function limit(name: string, value: number | string | undefined): JsonSchema {
  const number = numberOf(value);
  return number === undefined ? {} : { [name]: number };
}

function numberOf(value: number | string | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
