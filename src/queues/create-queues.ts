/** Bull when there is a Redis, else in-process over the database. */
import type { Logger } from '../shared/logger.js';
import { createBullQueues } from './bull-queues.js';
import { createInProcessQueues } from './in-process-queues.js';
import type { Queues } from './queues.js';

export interface QueuesOptions {
  readonly redisUrl?: string | undefined;
  readonly logger: Logger;
}

export function createQueues({ redisUrl, logger }: QueuesOptions): Queues {
  return redisUrl ? createBullQueues({ redisUrl, logger }) : createInProcessQueues({ logger });
}
