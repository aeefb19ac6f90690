/** Takes one job of a queue and never finishes it: to be killed. Arguments: address of Redis or the database, queue. */
import { connectDatabase } from '../../src/domain/database.js';
import { createQueues } from '../../src/queues/create-queues.js';
import { silentLogger } from '../../src/shared/logger.js';

const [address = '', queue = ''] = process.argv.slice(2);
const redis = address.startsWith('redis');
if (!redis) await connectDatabase(address, silentLogger);
const queues = createQueues({ logger: silentLogger, ...(redis ? { redisUrl: address } : {}) });
queues.process(queue, { concurrency: 1 }, () => {
  process.stdout.write('begun\n');
  return new Promise(() => undefined);
});
