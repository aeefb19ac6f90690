/** The one web address: API, record stream, pages. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express, { type Express } from 'express';
import type { Domain } from '../domain/domain.js';
import type { Config } from '../shared/config.js';
import type { Logger } from '../shared/logger.js';
import { createLiveStreams, type LiveStreams } from './live/live-streams.js';
import { limiter } from './middleware/limiter.js';
import { noSuchResource, problemHandler } from './middleware/problem-handler.js';
import { requestContext } from './middleware/request-context.js';
import { securityHeaders } from './middleware/security-headers.js';
import { session } from './middleware/session.js';
import { staticPages } from './middleware/static-pages.js';
import { mountRoute } from './mount-route.js';
import type { ReadinessCheck } from './readiness.js';
import { recordStream } from './resources/records.js';
import { createRouteTable } from './routes.js';

export interface ApiDeps {
  readonly domain: Domain;
  readonly config: Config;
  readonly logger: Logger;
  /** What /readyz asks: readiness.ts has the standard ones. */
  readonly readiness: readonly ReadinessCheck[];
  /** Basic auth of the record stream. */
  readonly records: { readonly user: string; readonly password: string };
  /** HMAC key of outside systems' call-backs. */
  readonly callbackSecret: string;
  /** Folder with the built pages: `hall/` and `modeler/`. */
  readonly webDir: string;
}

export interface Api {
  readonly app: Express;
  /** Resolves with the port (the one given, or the free one that 0 asked for). Rejects when it is taken. */
  listen(port: number, host: string): Promise<number>;
  /** Ends live streams, lets the requests under way finish (10 s at most), closes the port. */
  close(): Promise<void>;
}

/** One caller's requests per minute: far above what pages need, far below what hurts. */
const GENERAL_LIMIT = { limit: 1_200, windowMs: 60_000 };
const CLOSE_WITHIN_MS = 10_000;

export async function createApi(deps: ApiDeps): Promise<Api> {
  const logger = deps.logger.child({ part: 'api' });
  const streams = createLiveStreams({ domain: deps.domain, logger });
  const app = createApp({ ...deps, logger }, streams);
  const server = createServer(app);
  // Longer than the idle time of common proxies, so that they never reuse a connection that is just closing.
  server.keepAliveTimeout = 65_000;
  return {
    app,
    listen: async (port, host) => {
      server.listen(port, host);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    },
    close: () => closeServer(server, streams),
  };
}

function createApp(deps: ApiDeps, streams: LiveStreams): Express {
  const { domain, config, logger } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(requestContext(logger));
  app.use('/internal/records', recordStream({ history: domain.history, logger, ...deps.records }));
  app.use(securityHeaders(config.secureCookies));
  app.use('/api', session(domain), limiter(GENERAL_LIMIT));
  for (const route of createRouteTable({ ...deps, streams }).routes) mountRoute(app, route, { domain, config, logger });
  app.use(['/api', '/internal'], noSuchResource);
  app.use('/modeler', staticPages(path.join(deps.webDir, 'modeler')));
  app.use(staticPages(path.join(deps.webDir, 'hall')));
  app.use(noSuchResource);
  app.use(problemHandler(logger));
  return app;
}

async function closeServer(server: Server, streams: LiveStreams): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  streams.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
  await closed;
  clearTimeout(timer);
}
