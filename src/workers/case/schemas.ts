/** Pieces of the case steps' JSON Schemas. */
import { objectWith, text } from '../../connectors/schemas.js';

export interface CaseInput {
  readonly caseNumber: string;
}

export const missingMaterials = {
  type: 'array',
  items: objectWith({ id: text, name: text, reason: text }),
};

const moment = { type: 'string', format: 'date-time' };
export const limits = objectWith({ promisedDueAt: moment, warnAt: moment, correctionDueAt: moment });

/** A step that gives nothing back. */
export const nothing = { type: 'object', maxProperties: 0 };

/** A step that ends the case says why. */
export const endingInput = objectWith({ caseNumber: text, reason: text });

/** Dates become texts, as they will in the engine. */
export function asJson<T>(value: T): unknown {
  return JSON.parse(JSON.stringify(value));
}
