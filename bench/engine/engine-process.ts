/** Engines in processes of their own, each on a port of its own. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServiceProcess } from '../../src/launch/service-process.js';
import { findOrFetchZeebe } from '../../src/launch/zeebe/find-or-fetch-zeebe.js';
import { createEngineClient } from '../../src/engine/client/create-engine-client.js';

export interface EngineProcess {
  readonly address: string;
  readonly pid: number;
  /** Milliseconds from the start of the process until it answered a call. */
  readonly readyAfter: number;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
/** As scripts/lib.mjs starts every part: a larger nursery spares the garbage collector most of its work. */
const NODE_OPTIONS = ['--max-semi-space-size=32'];

export function startEmbedded(dataDir: string): Promise<EngineProcess> {
  const entry = path.join(root, 'dist/src/engine/main.js');
  return startNode((port) => [...NODE_OPTIONS, entry, '--port', String(port), '--data', dataDir]);
}

export function startDoNothing(dataDir: string): Promise<EngineProcess> {
  const entry = path.join(root, 'bench/engine/do-nothing-main.ts');
  return startNode((port) => [...NODE_OPTIONS, '--import', 'tsx', entry, String(port), dataDir]);
}

/** A broker with its gateway, one partition, as it is delivered (no exporter). */
export async function startZeebeBroker(dataDir: string, toolsDir: string): Promise<EngineProcess> {
  const { home, javaHome } = await findOrFetchZeebe(toolsDir, (message) => console.error(message));
  const [port, command, internal, monitoring] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const startedAt = performance.now();
  const broker = await startServiceProcess({
    name: 'zeebe',
    command: path.join(home, 'bin/broker'),
    args: () => [],
    port,
    dataDir,
    env: {
      JAVA_HOME: javaHome,
      ZEEBE_BROKER_DATA_DIRECTORY: path.join(dataDir, 'data'),
      ZEEBE_BROKER_NETWORK_HOST: '127.0.0.1',
      ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(port),
      ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(command),
      ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(internal),
      MANAGEMENT_SERVER_PORT: String(monitoring),
      SERVER_PORT: '0',
    },
    isReady: (ready) => answers(`127.0.0.1:${ready}`),
    startTimeoutMs: 120_000,
    stopTimeoutMs: 30_000,
  });
  return {
    address: `127.0.0.1:${port}`,
    pid: broker.pid,
    readyAfter: performance.now() - startedAt,
    stop: () => broker.stop(),
  };
}

/** Resident memory of the process, megabytes. */
export function residentMegabytes(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

async function startNode(argsFor: (port: number) => string[]): Promise<EngineProcess> {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, argsFor(port), { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`Expected the engine to start, but it ended with ${code}`)));
  });
  child.stdout.resume();
  const readyAfter = performance.now() - startedAt;
  await answers(address);
  return {
    address,
    pid: child.pid ?? -1,
    readyAfter,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function answers(address: string): Promise<void> {
  const client = createEngineClient({ address });
  try {
    const { partitionsWithLeader, brokers } = await client.topology();
    if (brokers > 0 && partitionsWithLeader === 0) throw new Error('Expected the partition to have a leader');
  } finally {
    await client.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
