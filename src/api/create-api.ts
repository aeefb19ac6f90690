/** The one web address: API, record stream, pages. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { createApp, type AppDeps } from './create-app.js';
import { createLiveStreams, type LiveStreams } from './live/live-streams.js';
import type { ReadinessCheck } from './readiness.js';
import { createRouteTable } from './routes.js';

export interface ApiDeps extends AppDeps {
  /** What /readyz asks: readiness.ts has the standard ones. */
  readonly readiness: readonly ReadinessCheck[];
  /** HMAC key of outside systems' call-backs. */
  readonly callbackSecret: string;
}

export interface Api {
  readonly app: Express;
  /** Resolves with the port (the one given, or the free one that 0 asked for). Rejects when it is taken. */
  listen(port: number, host: string): Promise<number>;
  /** Ends live streams, lets the requests under way finish (10 s at most), closes the port. */
  close(): Promise<void>;
}

const CLOSE_WITHIN_MS = 10_000;

export async function createApi(deps: ApiDeps): Promise<Api> {
  const logger = deps.logger.child({ part: 'api' });
  const streams = createLiveStreams({ domain: deps.domain, logger });
  const { routes } = createRouteTable({ ...deps, streams });
  const app = createApp({ ...deps, logger }, routes);
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

async function closeServer(server: Server, streams: LiveStreams): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  streams.close();
  // A connection whose request is answered meanwhile is kept alive by its client, not by us.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}
