/**
 * Named schemas, shared by validation and the OpenAPI document: `{ $ref: '#/components/schemas/<Name>' }`.
 * Each area keeps its own in schemas/<area>-schemas.ts and is listed here once.
 */
import type { Schema } from './route.js';
import { commonSchemas } from './schemas/common-schemas.js';

export const componentSchemas: Readonly<Record<string, Schema>> = {
  ...commonSchemas,
};
