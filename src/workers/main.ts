/** `npm run workers`: the workers alone, beside an engine, a database and (better) a Redis that run elsewhere. */
import { createDomain } from '../domain/create-domain.js';
import { connectDatabase } from '../domain/database.js';
import { createEngineClient } from '../engine/client/create-engine-client.js';
import { createQueues } from '../queues/create-queues.js';
import { systemClock } from '../shared/clock.js';
import { ConfigError, loadConfig, type Config } from '../shared/config.js';
import { createLogger } from '../shared/logger.js';
import { knownJobTypes } from './known-job-types.js';
import { createSecretSink } from '../connectors/secret-sink.js';
import { startWorkers } from './start-workers.js';

try {
  await main(loadConfig());
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}

async function main(config: Config): Promise<void> {
  if (!config.mongodbUri)
    throw new ConfigError('MONGODB_URI must name the database that the API uses, but is not set.');
  const logger = createLogger(config.logLevel);
  const database = await connectDatabase(config.mongodbUri, logger);
  const queues = createQueues({ redisUrl: config.redisUrl, logger });
  const address = config.zeebeAddress ?? `127.0.0.1:${config.enginePort}`;
  const engine = createEngineClient({ address, logger });
  const secretSink = createSecretSink(config);
  const domain = createDomain({ engine, queues, config, logger, clock: systemClock, secretSink, knownJobTypes });
  await domain.start();
  const workers = await startWorkers({ engine, domain, queues, config, logger });
  console.log(`workers ready: engine ${address}, ${knownJobTypes.length} job types`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  // The reverse order: first no new work, then what the work needs.
  await workers.close();
  await domain.close();
  await queues.close();
  await engine.close();
  await database.close();
}
