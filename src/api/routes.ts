/** The list of all routes: what the app serves and what the OpenAPI document tells. */
import { componentSchemas } from './components.js';
import type { LiveStreams } from './live/live-streams.js';
import { buildOpenApi, type OpenApiDocument } from './openapi.js';
import type { ReadinessCheck } from './readiness.js';
import { bundleRoutes } from './resources/bundles.js';
import { callbackRoutes } from './resources/callbacks.js';
import { caseRoutes } from './resources/cases.js';
import { diagramRoute } from './resources/diagram.js';
import { eventRoute } from './resources/events.js';
import { healthRoutes } from './resources/health.js';
import { incidentRoutes } from './resources/incidents.js';
import { materialRoutes } from './resources/materials.js';
import { modelerRoutes } from './resources/modeler.js';
import { openApiRoute } from './resources/openapi.js';
import { sessionRoutes } from './resources/session.js';
import { taskRoutes } from './resources/tasks.js';
import type { Route } from './route.js';

const API_VERSION = '0.1.0';

/** What routes need besides what every handler gets. */
export interface RouteSources {
  readonly readiness: readonly ReadinessCheck[];
  readonly callbackSecret: string;
  readonly streams: LiveStreams;
}

export interface RouteTable {
  readonly routes: readonly Route[];
  readonly document: OpenApiDocument;
}

export function createRouteTable(sources: RouteSources): RouteTable {
  const routes: Route[] = [
    ...sessionRoutes,
    ...bundleRoutes,
    ...materialRoutes,
    ...caseRoutes,
    diagramRoute,
    ...taskRoutes,
    ...incidentRoutes,
    eventRoute(sources.streams),
    ...callbackRoutes(sources.callbackSecret),
    ...modelerRoutes,
    ...healthRoutes(sources.readiness),
    openApiRoute(() => document),
  ];
  const document = buildOpenApi(routes, componentSchemas, API_VERSION);
  return { routes, document };
}

/** The document without a running API, for generating types. */
export function openApiDocument(): OpenApiDocument {
  const streams: LiveStreams = { open: () => Promise.reject(new Error('not running')), close: () => undefined };
  return createRouteTable({ readiness: [], callbackSecret: '', streams }).document;
}
