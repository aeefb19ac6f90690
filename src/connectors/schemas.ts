/** Pieces of the connectors' JSON Schemas. */
export const text = { type: 'string', minLength: 1 } as const;

/** An object with exactly these properties required; others are let through. */
export function objectWith(properties: Record<string, object>): object {
  return { type: 'object', required: Object.keys(properties), properties };
}

export const caseInput = objectWith({ caseNumber: text });
export const personRequest = { name: text, idNumber: { type: 'string', pattern: '^\\d{17}[\\dXx]$' } };
