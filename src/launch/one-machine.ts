/**
 * One-machine mode: everything in one process (database and Redis beside it), started in order and stopped in the
 * reverse order. Each part is replaced by a real one through its variable.
 */
import path from 'node:path';
import { createApi } from '../api/create-api.js';
import { standardChecks } from '../api/readiness.js';
import { createSecretSink } from '../connectors/secret-sink.js';
import { createDomain } from '../domain/create-domain.js';
import { connectDatabase } from '../domain/database.js';
import { createEngineClient } from '../engine/client/create-engine-client.js';
import { createQueues } from '../queues/create-queues.js';
import { startSandbox } from '../sandbox/start-sandbox.js';
import { systemClock } from '../shared/clock.js';
import type { Config } from '../shared/config.js';
import { keptSecrets } from '../shared/kept-secrets.js';
import type { Logger } from '../shared/logger.js';
import { projectRoot } from '../shared/project-root.js';
import { knownJobTypes } from '../workers/known-job-types.js';
import { startWorkers } from '../workers/start-workers.js';
import { createCloseStack } from './close-stack.js';
import { lockDataFolder } from './data-folder.js';
import { findOrStartDatabase } from './database/find-or-start-database.js';
import { findOrStartRedis } from './find-or-start-redis.js';
import { assertPortFree } from './ports.js';
import { startEnginePart, type EngineChoice } from './start-engine-part.js';

export interface OneMachineOptions {
  readonly config: Config;
  readonly engine: EngineChoice;
  readonly logger: Logger;
  /** Progress for the person at the terminal. */
  log(message: string): void;
}

export interface OneMachine {
  readonly addresses: { readonly web: string; readonly sandbox: string; readonly engine: string };
  /** Which engine, database and queue run, and where the data lies. */
  readonly parts: { readonly engine: string; readonly database: string; readonly queue: string; readonly data: string };
  readonly demoUsers: readonly { userName: string; displayName: string; role: string }[];
  close(): Promise<void>;
}

/** @throws Error that says which part did not start and what to do; what had started is stopped again. */
export async function startOneMachine(options: OneMachineOptions): Promise<OneMachine> {
  const stack = createCloseStack(options.logger);
  try {
    return await startParts(options, stack);
  } catch (error) {
    await stack.close();
    throw error;
  }
}

async function startParts(options: OneMachineOptions, stack: ReturnType<typeof createCloseStack>): Promise<OneMachine> {
  const { config, logger, log } = options;
  const unlock = lockDataFolder(config.dataDir);
  stack.add('data folder', () => Promise.resolve(unlock()));
  const secrets = keptSecrets(config.dataDir);
  await assertPortFree(config.port, 'PORT', config.host);
  await assertPortFree(config.sandboxPort, 'SANDBOX_PORT');

  const [server, redis] = await Promise.all([
    stack.use('database server', findOrStartDatabase({ ...config, log })),
    stack.use('redis server', findOrStartRedis(config)),
  ]);
  const recordsPassword = config.recordsPassword ?? secrets.recordsPassword;
  const records = {
    url: `http://127.0.0.1:${config.port}/internal/records`,
    username: config.recordsUser,
    password: recordsPassword,
  };
  const enginePart = await stack.use('engine', startEnginePart(options.engine, config, records, logger, log));
  const database = await stack.use('database connection', connectDatabase(server.uri, logger));
  const queues = await stack.use('queues', createQueues({ redisUrl: redis.url, logger }));
  const engine = await stack.use('engine client', createEngineClient({ address: enginePart.address, logger }));

  const sandboxUrl = config.sandboxUrl ?? `http://127.0.0.1:${config.sandboxPort}`;
  const known: Config = { ...config, sandboxUrl };
  const secretSink = createSecretSink(known);
  const domain = await stack.use(
    'domain',
    createDomain({ engine, queues, config: known, logger, clock: systemClock, secretSink, knownJobTypes }),
  );
  let workersUp = false;
  const api = await createApi({
    domain,
    config: known,
    logger,
    readiness: [
      ...standardChecks({ engine, database, queues, domain, clock: systemClock }),
      {
        part: 'workers',
        check: () => Promise.resolve({ status: workersUp ? 'up' : 'down', detail: workersUp ? 'running' : 'starting' }),
      },
    ],
    records: { user: config.recordsUser, password: recordsPassword },
    callbackSecret: secrets.callbackSecret,
    webDir: path.join(projectRoot, 'dist'),
  });
  stack.add('api', () => api.close());
  await api.listen(config.port, config.host);
  if (!config.sandboxUrl)
    await stack.use('sandbox', startSandbox(sandboxOptions(config, secrets.callbackSecret, logger)));
  await domain.start();
  await stack.use('workers', startWorkers({ engine, domain, queues, config: known, logger }));
  workersUp = true;
  return {
    addresses: { web: `http://${config.host}:${config.port}`, sandbox: sandboxUrl, engine: enginePart.address },
    parts: {
      engine: enginePart.description,
      database: server.description,
      queue: redis.description,
      data: config.dataDir,
    },
    demoUsers: domain.users.demoUsers(),
    close: () => stack.close(),
  };
}

function sandboxOptions(config: Config, callbackSecret: string, logger: Logger): Parameters<typeof startSandbox>[0] {
  return { port: config.sandboxPort, dataDir: path.join(config.dataDir, 'sandbox'), callbackSecret, logger };
}
