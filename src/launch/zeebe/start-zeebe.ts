import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createEngineClient } from '../../engine/client/create-engine-client.js';
import { startServiceProcess } from '../service-process.js';
import type { InstalledZeebe } from './find-or-fetch-zeebe.js';
import { startRecordRelay, type RecordRelay } from './record-relay.js';

export interface ZeebeOptions extends InstalledZeebe {
  readonly dataDir: string;
  readonly ports: {
    readonly gateway: number;
    readonly command: number;
    readonly internal: number;
    readonly monitoring: number;
  };
  /** Where the record stream goes; left out, nowhere. */
  readonly export?: ZeebeExport;
  /** For tests: the clock can be moved. */
  readonly controllableClock?: boolean;
  readonly log: (message: string) => void;
}

export interface ZeebeExport {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Records after which Zeebe sends without waiting for its second to pass; Zeebe's own default is 1,000. */
  readonly bulkSize?: number;
}

export interface RunningZeebe {
  /** `host:port` of the gateway. */
  readonly address: string;
  /** Only with `controllableClock`. */
  readonly clock: ZeebeClock | undefined;
  stop(): Promise<void>;
}

export interface ZeebeClock {
  /** Moves the broker's clock on, milliseconds. */
  advance(milliseconds: number): Promise<void>;
  /** Stands at this time, milliseconds since 1970, until it is pinned to another or reset. */
  pin(time: number): Promise<void>;
  /** Back to the machine's clock. */
  reset(): Promise<void>;
}

const HOST = '127.0.0.1';
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 15_000;
const ES = 'ZEEBE_BROKER_EXPORTERS_ELASTICSEARCH';

/** Starts a single Zeebe broker with its gateway and waits until it leads its partition. */
export async function startZeebe(options: ZeebeOptions): Promise<RunningZeebe> {
  const { dataDir, ports, log } = options;
  mkdirSync(dataDir, { recursive: true });
  const relay = options.export && (await relayFor(options.export.url, dataDir));
  try {
    log('starting Zeebe (some ten seconds)');
    const broker = await startServiceProcess({
      name: 'zeebe',
      command: path.join(options.home, 'bin/broker'),
      args: () => [],
      port: ports.gateway,
      dataDir,
      env: environmentOf(options, relay),
      isReady: (port) => leadsItsPartition(`${HOST}:${port}`),
      startTimeoutMs: START_TIMEOUT_MS,
      stopTimeoutMs: STOP_TIMEOUT_MS,
    });
    return {
      address: `${HOST}:${broker.port}`,
      clock: options.controllableClock ? clockOf(ports.monitoring) : undefined,
      async stop() {
        await broker.stop();
        await relay?.close();
      },
    };
  } catch (error) {
    await relay?.close();
    throw error;
  }
}

function environmentOf(options: ZeebeOptions, relay: RecordRelay | undefined): Record<string, string> {
  const { dataDir, ports, javaHome } = options;
  return {
    JAVA_HOME: javaHome,
    JAVA_OPTS: '-Xms128m -Xmx512m -XX:+UseSerialGC',
    ZEEBE_BROKER_DATA_DIRECTORY: path.join(dataDir, 'data'),
    ZEEBE_BROKER_DATA_LOGSEGMENTSIZE: '32MB',
    ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING: '200MB',
    ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION: '100MB',
    ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT: '64MB',
    ZEEBE_BROKER_NETWORK_HOST: HOST,
    ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(ports.gateway),
    ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(ports.command),
    ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(ports.internal),
    MANAGEMENT_SERVER_PORT: String(ports.monitoring),
    MANAGEMENT_SERVER_ADDRESS: HOST,
    // The REST gateway of later versions: any port will do.
    SERVER_PORT: '0',
    SERVER_ADDRESS: HOST,
    ...(options.controllableClock ? { ZEEBE_CLOCK_CONTROLLED: 'true' } : {}),
    ...(options.export && relay ? exporterOf(options.export, relay) : {}),
  };
}

function exporterOf(target: ZeebeExport, relay: RecordRelay): Record<string, string> {
  return {
    [`${ES}_CLASSNAME`]: 'io.camunda.zeebe.exporter.ElasticsearchExporter',
    [`${ES}_ARGS_URL`]: `http://${HOST}:${relay.port}`,
    // Seconds, and the least that there is: pages are live.
    [`${ES}_ARGS_BULK_DELAY`]: '1',
    ...(target.bulkSize === undefined ? {} : { [`${ES}_ARGS_BULK_SIZE`]: String(target.bulkSize) }),
    [`${ES}_ARGS_AUTHENTICATION_USERNAME`]: target.username,
    [`${ES}_ARGS_AUTHENTICATION_PASSWORD`]: target.password,
  };
}

/** A broker that outlived us goes on sending to the relay's port of then: it is kept and used again. */
async function relayFor(url: string, dataDir: string): Promise<RecordRelay> {
  const file = path.join(dataDir, 'relay-port');
  const earlier = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const relay = await startRecordRelay(new URL(url), earlier).catch((error: unknown) => {
    throw new Error(`Port ${earlier}, which Zeebe sends its records to, is taken: free it or remove ${file}`, {
      cause: error,
    });
  });
  writeFileSync(file, String(relay.port));
  return relay;
}

async function leadsItsPartition(address: string): Promise<void> {
  const client = createEngineClient({ address });
  try {
    const { partitionsWithLeader, partitionsCount } = await client.topology(1_000);
    if (partitionsWithLeader < Math.max(1, partitionsCount)) throw new Error('no leader yet');
  } finally {
    await client.close();
  }
}

function clockOf(monitoringPort: number): ZeebeClock {
  const post = async (action: string, method: string, body?: object): Promise<void> => {
    const response = await fetch(`http://${HOST}:${monitoringPort}/actuator/clock${action}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`Zeebe's clock answered ${response.status}: ${await response.text()}`);
  };
  return {
    advance: (milliseconds) => post('/add', 'POST', { offsetMilli: milliseconds }),
    pin: (time) => post('/pin', 'POST', { epochMilli: time }),
    reset: () => post('', 'DELETE'),
  };
}
