/** The department sandbox: the outside systems played over real HTTP, with delays and faults that can be set. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express, { type Express } from 'express';
import { projectRoot } from '../shared/project-root.js';
import type { Logger } from '../shared/logger.js';
import { createCallbackSender } from './callback-sender.js';
import { controlRoutes } from './control-routes.js';
import { OPERATIONS } from './systems/operations.js';
import { SandboxState } from './sandbox-state.js';
import { serveOperation, type ServeDeps } from './serve-operation.js';

export interface SandboxOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string | undefined;
  /** The sandbox's own folder: its journal lies there. */
  readonly dataDir: string;
  /** HMAC key of the bank's call-backs. */
  readonly callbackSecret: string;
  readonly logger: Logger;
}

export interface Sandbox {
  readonly port: number;
  readonly url: string;
  /** Ends calls under way; call-backs still owed go on at the next start. */
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host = '127.0.0.1', logger } = options;
  const state = new SandboxState(path.join(options.dataDir, 'journal.jsonl'));
  const callbacks = createCallbackSender(state, options.callbackSecret, logger);
  const stopping = new AbortController();
  const app = createSandboxApp({ state, callbacks, stopping: stopping.signal, now: () => new Date() }, logger);
  const server = createServer(app);
  try {
    server.listen(options.port, host);
    await once(server, 'listening');
  } catch (error) {
    state.close();
    throw error;
  }
  for (const callback of state.callbacks.values()) if (callback.deliveredAt === null) callbacks.schedule(callback);
  const { port } = server.address() as AddressInfo;
  logger.info({ port }, 'department sandbox started');
  return {
    port,
    url: `http://${host}:${port}`,
    async close() {
      stopping.abort();
      await closeServer(server);
      await callbacks.close();
      state.close();
    },
  };
}

function createSandboxApp(deps: ServeDeps, logger: Logger): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    next();
  });
  app.use(express.json({ limit: '100kb' }));
  for (const operation of OPERATIONS) app.post(operation.path, serveOperation(operation, deps));
  app.use('/control', controlRoutes(deps.state));
  app.use(express.static(path.join(projectRoot, 'src/sandbox/page')));
  app.use((_request, response) => void response.status(404).json({ code: 'NOT_FOUND', reason: '没有这个接口' }));
  app.use(answerError(logger));
  return app;
}

/** Express knows an error handler by its four parameters. */
function answerError(logger: Logger): express.ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const status = (error as { status?: number }).status ?? 500;
    if (status >= 500) logger.error({ err: error }, 'sandbox call failed');
    if (response.headersSent) return next(error);
    response.status(status).json({ code: status >= 500 ? 'INTERNAL' : 'BAD_REQUEST', reason: '请求无法处理' });
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
