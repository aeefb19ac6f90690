/** The express app: record stream, routes, pages, problems. */
import path from 'node:path';
import express, { type Express } from 'express';
import type { Domain } from '../domain/domain.js';
import type { Config } from '../shared/config.js';
import type { Logger } from '../shared/logger.js';
import { limiter } from './middleware/limiter.js';
import { noSuchResource, problemHandler } from './middleware/problem-handler.js';
import { requestContext } from './middleware/request-context.js';
import { securityHeaders } from './middleware/security-headers.js';
import { session } from './middleware/session.js';
import { staticPages } from './middleware/static-pages.js';
import { mountRoute } from './mount-route.js';
import { recordStream } from './resources/records.js';
import type { Route } from './route.js';

export interface AppDeps {
  readonly domain: Domain;
  readonly config: Config;
  readonly logger: Logger;
  /** Basic auth of the record stream. */
  readonly records: { readonly user: string; readonly password: string };
  /** Folder with the built pages: `hall/` and `modeler/`. */
  readonly webDir: string;
}

/** One caller's requests per minute: far above what pages need, far below what hurts. */
const GENERAL_LIMIT = { limit: 6_000, windowMs: 60_000 };

/**
 * Zeebe's Elasticsearch exporter is told a host and a port, never a path: what only it asks for is answered there too.
 * The credential is asked for in both places; a proxy before us should let neither through.
 */
function isExporterPath(path: string): boolean {
  return /^\/(?:_bulk|_component_template|_index_template|_ilm)(?:\/|$)|^\/[^/]+\/_settings$/.test(path);
}

/** Everything that answers, in the order that it is asked. */
export function createApp(deps: AppDeps, routes: readonly Route[]): Express {
  const { domain, config, logger } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(requestContext(logger));
  const records = recordStream({ history: domain.history, logger, ...deps.records });
  app.use('/internal/records', records);
  app.use((req, res, next) => (isExporterPath(req.path) ? records(req, res, next) : next()));
  app.use(securityHeaders(config.secureCookies));
  app.use('/api', session(domain), limiter(GENERAL_LIMIT));
  for (const route of routes) mountRoute(app, route, { domain, config, logger });
  app.use(['/api', '/internal'], noSuchResource);
  app.use('/modeler', staticPages(path.join(deps.webDir, 'modeler')));
  app.use(staticPages(path.join(deps.webDir, 'hall')));
  app.use(noSuchResource);
  app.use(problemHandler(logger));
  return app;
}
