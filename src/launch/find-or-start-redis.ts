/** Redis of one-machine mode: REDIS_URL, else a redis-server on the PATH, else none (the queues then run in-process). */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { findCommand } from './find-command.js';
import { findFreePort } from './ports.js';
import { startServiceProcess } from './service-process.js';

export interface RedisServer {
  /** Undefined: there is none. */
  readonly url: string | undefined;
  readonly description: string;
  stop(): Promise<void>;
}

const nothingToStop = (): Promise<void> => Promise.resolve();

export async function findOrStartRedis(options: {
  redisUrl: string | undefined;
  dataDir: string;
}): Promise<RedisServer> {
  if (options.redisUrl) {
    return {
      url: options.redisUrl,
      description: `Bull on Redis at ${new URL(options.redisUrl).host} (REDIS_URL)`,
      stop: nothingToStop,
    };
  }
  const command = await findCommand('redis-server');
  if (!command) {
    return {
      url: undefined,
      description: 'in-process queue over the database (no redis-server on the PATH)',
      stop: nothingToStop,
    };
  }
  const files = path.join(options.dataDir, 'redis');
  mkdirSync(files, { recursive: true });
  const service = await startServiceProcess({
    name: 'redis',
    command,
    port: await findFreePort(),
    // Every write is on disk before it is answered: a queue that forgets is no queue.
    args: (port) => [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      files,
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
      '--save',
      '',
      '--maxmemory-policy',
      'noeviction',
    ],
    dataDir: options.dataDir,
    isReady: ping,
    startTimeoutMs: 20_000,
    stopTimeoutMs: 10_000,
  });
  return {
    url: `redis://127.0.0.1:${service.port}`,
    description: `Bull on Redis (${command}), files in ${files}, port ${service.port}`,
    stop: () => service.stop(),
  };
}

async function ping(port: number): Promise<void> {
  const client = new Redis(port, '127.0.0.1', {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
  } finally {
    client.disconnect();
  }
}
