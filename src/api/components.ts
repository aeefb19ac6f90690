/**
 * Named schemas, shared by validation and the OpenAPI document: `{ $ref: '#/components/schemas/<Name>' }`.
 * Each area keeps its own and is listed here once.
 */
import { diagramSchemas } from './resources/diagram.js';
import { healthSchemas } from './resources/health.js';
import { incidentSchemas } from './resources/incidents.js';
import type { Schema } from './route.js';
import { bundleSchemas } from './schemas/bundle-schemas.js';
import { caseSchemas } from './schemas/case-schemas.js';
import { commonSchemas } from './schemas/common-schemas.js';
import { manifestSchemas } from './schemas/manifest-schemas.js';
import { modelerSchemas } from './schemas/modeler-schemas.js';
import { taskSchemas } from './schemas/task-schemas.js';

export const componentSchemas: Readonly<Record<string, Schema>> = {
  ...bundleSchemas,
  ...caseSchemas,
  ...commonSchemas,
  ...diagramSchemas,
  ...healthSchemas,
  ...incidentSchemas,
  ...manifestSchemas,
  ...modelerSchemas,
  ...taskSchemas,
};
