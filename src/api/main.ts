/**
 * `npm run api`: the API and pages alone, against a database, an engine and (if set) a Redis that run elsewhere. Several
 * may run at the same time; deploying bundles and seeding is done by whoever comes first.
 */
import path from 'node:path';
import { createSecretSink } from '../connectors/secret-sink.js';
import { createDomain } from '../domain/create-domain.js';
import { connectDatabase } from '../domain/database.js';
import { createEngineClient } from '../engine/client/create-engine-client.js';
import { createQueues } from '../queues/create-queues.js';
import { systemClock } from '../shared/clock.js';
import { ConfigError, loadConfig, type Config } from '../shared/config.js';
import { keptSecrets } from '../shared/kept-secrets.js';
import { createLogger, type Logger } from '../shared/logger.js';
import { projectRoot } from '../shared/project-root.js';
import { createApi } from './create-api.js';
import { standardChecks } from './readiness.js';

interface Closable {
  close(): Promise<void>;
}

/** Starts all parts in order; returns them so that they can be closed in the reverse order. */
async function start(config: Config, logger: Logger): Promise<Closable[]> {
  if (!config.mongodbUri) {
    throw new ConfigError('MONGODB_URI must be set: the API alone starts no database (npm start does).');
  }
  const address = config.zeebeAddress ?? `127.0.0.1:${config.enginePort}`;
  const secrets = keptSecrets(config.dataDir);
  const started: Closable[] = [];
  const use = async <T extends Closable>(part: T | Promise<T>): Promise<T> => {
    const ready = await part;
    started.push(ready);
    return ready;
  };
  try {
    const database = await use(connectDatabase(config.mongodbUri, logger));
    const queues = await use(createQueues({ redisUrl: config.redisUrl, logger }));
    const engine = await use(createEngineClient({ address, logger }));
    const domain = await use(
      createDomain({ engine, queues, config, logger, clock: systemClock, secretSink: createSecretSink(config) }),
    );
    const api = await use(
      createApi({
        domain,
        config,
        logger,
        readiness: standardChecks({ engine, database, queues, domain, clock: systemClock }),
        records: { user: config.recordsUser, password: config.recordsPassword ?? secrets.recordsPassword },
        callbackSecret: secrets.callbackSecret,
        webDir: path.join(projectRoot, 'dist'),
      }),
    );
    const port = await api.listen(config.port, config.host);
    await domain.start();
    logger.info({ address: `http://${config.host}:${port}`, engine: address }, 'API is up');
    return started;
  } catch (error) {
    await closeAll(started, logger);
    throw error;
  }
}

async function closeAll(parts: Closable[], logger: Logger): Promise<void> {
  for (let part = parts.pop(); part; part = parts.pop()) {
    await part.close().catch((error: unknown) => logger.error({ err: error }, 'a part did not close'));
  }
}

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const parts = await start(config, logger);
  const stop = (): void => void closeAll(parts, logger);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
