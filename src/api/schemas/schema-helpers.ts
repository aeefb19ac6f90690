/** Short ways to write the schemas of answers: every property is there unless it is named optional. */
import type { Schema } from '../route.js';

export const text: Schema = { type: 'string' };
export const optionalText: Schema = { type: ['string', 'null'] };
export const whole: Schema = { type: 'integer' };
export const moment: Schema = { type: 'string', format: 'date-time' };
export const optionalMoment: Schema = { type: ['string', 'null'], format: 'date-time' };
/** Any JSON object: what a bundle's own form decides. */
export const anyObject: Schema = { type: 'object', additionalProperties: true };

export function oneOf(values: readonly string[], description?: string): Schema {
  return { type: 'string', enum: [...values], ...(description ? { description } : {}) };
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** An answer's object; `optional` names the properties that may be missing. */
export function shape(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  return { type: 'object', required: Object.keys(properties).filter((key) => !optional.includes(key)), properties };
}

/** A request's object: nothing else may be in it. */
export function input(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  return { type: 'object', additionalProperties: false, required: [...required], properties };
}

export function pathParam(name: string): Schema {
  return { type: 'object', required: [name], properties: { [name]: { type: 'string', minLength: 1, maxLength: 100 } } };
}
