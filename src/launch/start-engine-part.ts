/** The engine of one-machine mode: somebody's Zeebe (ZEEBE_ADDRESS), a Zeebe that we start, or the embedded one. */
import path from 'node:path';
import { startEngine } from '../engine/index.js';
import type { Config } from '../shared/config.js';
import type { Logger } from '../shared/logger.js';
import { assertPortFree, findFreePort } from './ports.js';

export type EngineChoice = 'embedded' | 'zeebe';

export interface EnginePart {
  /** host:port of the gRPC gateway. */
  readonly address: string;
  readonly description: string;
  /** True when its records come to our ingestion endpoint by our doing. */
  readonly sendsRecords: boolean;
  stop(): Promise<void>;
}

export interface RecordSink {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

export async function startEnginePart(
  choice: EngineChoice,
  config: Config,
  records: RecordSink,
  logger: Logger,
  log: (message: string) => void,
): Promise<EnginePart> {
  if (config.zeebeAddress) return somebodysZeebe(config.zeebeAddress);
  await assertPortFree(config.enginePort, 'ENGINE_PORT');
  return choice === 'zeebe' ? ownZeebe(config, records, log) : embedded(config, records, logger);
}

function somebodysZeebe(address: string): EnginePart {
  return {
    address,
    description: `Zeebe at ${address} (ZEEBE_ADDRESS); point its Elasticsearch exporter at /internal/records`,
    sendsRecords: false,
    stop: () => Promise.resolve(),
  };
}

async function embedded(config: Config, records: RecordSink, logger: Logger): Promise<EnginePart> {
  const dataDir = path.join(config.dataDir, 'engine');
  const engine = await startEngine({ dataDir, port: config.enginePort, exporter: records, logger });
  return {
    address: `127.0.0.1:${engine.port}`,
    description: `embedded engine, gRPC on port ${engine.port}, files in ${dataDir}`,
    sendsRecords: true,
    stop: () => engine.close(),
  };
}

async function ownZeebe(config: Config, records: RecordSink, log: (message: string) => void): Promise<EnginePart> {
  const { findOrFetchZeebe } = await import('./zeebe/find-or-fetch-zeebe.js');
  const { startZeebe } = await import('./zeebe/start-zeebe.js');
  const installed = await findOrFetchZeebe(config.toolsDir, log);
  const dataDir = path.join(config.dataDir, 'zeebe');
  const zeebe = await startZeebe({
    ...installed,
    dataDir,
    ports: {
      gateway: config.enginePort,
      command: await findFreePort(),
      internal: await findFreePort(),
      monitoring: await findFreePort(),
    },
    export: records,
    log,
  });
  return {
    address: zeebe.address,
    description: `Zeebe 8.5.8, gRPC at ${zeebe.address}, files in ${dataDir}`,
    sendsRecords: true,
    stop: () => zeebe.stop(),
  };
}
