/** The two engines under test, each started once per run and stopped after it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEngineClient } from '../../../src/engine/client/create-engine-client.js';
import type { EnginePort } from '../../../src/engine/client/port.js';
import { startEngine } from '../../../src/engine/index.js';
import { findFreePort } from '../../../src/launch/ports.js';
import { findOrFetchZeebe, type InstalledZeebe } from '../../../src/launch/zeebe/find-or-fetch-zeebe.js';
import { startZeebe } from '../../../src/launch/zeebe/start-zeebe.js';
import { loadConfig } from '../../../src/shared/config.js';
import { OffsetClock } from './offset-clock.js';
import { RawGateway } from './raw-gateway.js';
import { RecordCollector } from './record-collector.js';

export type TargetName = 'embedded' | 'zeebe';

export interface Target {
  readonly name: TargetName;
  readonly client: EnginePort;
  readonly raw: RawGateway;
  readonly records: RecordCollector;
  /** Moves the engine's clock. */
  advance(milliseconds: number): Promise<void>;
  /** Stops the engine's clock at this time, milliseconds since 1970; later ones move it. */
  pin(time: number): Promise<void>;
}

interface StartedTarget extends Target {
  stop(): Promise<void>;
}

const CREDENTIALS = { username: 'conformance', password: 'records' };
/** Zeebe otherwise sends what is less than 1,000 records once a second: a test that waits for each would wait for long. */
export const BULK_SIZE = 10;
const started = new Map<TargetName, Promise<StartedTarget>>();

/** Starts the engine at the first call. */
export function getTarget(name: TargetName): Promise<Target> {
  let target = started.get(name);
  if (!target) started.set(name, (target = name === 'embedded' ? startEmbedded() : startReal()));
  return target;
}

/** Why Zeebe cannot be had here; undefined when it can. With CI=true that is a failure, not a reason to skip. */
export async function findZeebeObstacle(): Promise<string | undefined> {
  try {
    await installedZeebe();
    return undefined;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

after('stop the engines', async function stopAll() {
  this.timeout(60_000);
  for (const target of started.values()) await (await target).stop();
});

let installing: Promise<InstalledZeebe> | undefined;
function installedZeebe(): Promise<InstalledZeebe> {
  installing ??= findOrFetchZeebe(loadConfig().toolsDir, (message) => console.log(`      ${message}`));
  return installing;
}

async function startEmbedded(): Promise<StartedTarget> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'conformance-embedded-'));
  const records = new RecordCollector(CREDENTIALS);
  const clock = new OffsetClock();
  const url = await records.listen();
  const engine = await startEngine({ dataDir, port: 0, clock, exporter: { url, ...CREDENTIALS } });
  return connect('embedded', `127.0.0.1:${engine.port}`, records, {
    advance: (milliseconds) => Promise.resolve(clock.advance(milliseconds)),
    pin: (time) => Promise.resolve(clock.pin(time)),
    stop: () => engine.close(),
    dataDir,
  });
}

async function startReal(): Promise<StartedTarget> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'conformance-zeebe-'));
  const records = new RecordCollector(CREDENTIALS);
  const zeebe = await startZeebe({
    ...(await installedZeebe()),
    dataDir,
    ports: {
      gateway: await findFreePort(),
      command: await findFreePort(),
      internal: await findFreePort(),
      monitoring: await findFreePort(),
    },
    export: { url: await records.listen(), ...CREDENTIALS, bulkSize: BULK_SIZE },
    controllableClock: true,
    log: () => undefined,
  });
  return connect('zeebe', zeebe.address, records, {
    advance: async (milliseconds) => zeebe.clock?.advance(milliseconds),
    pin: async (time) => zeebe.clock?.pin(time),
    stop: () => zeebe.stop(),
    dataDir,
  });
}

function connect(
  name: TargetName,
  address: string,
  records: RecordCollector,
  engine: Pick<Target, 'advance' | 'pin'> & { stop(): Promise<void>; dataDir: string },
): StartedTarget {
  const client = createEngineClient({ address });
  const raw = new RawGateway(address);
  return {
    name,
    client,
    raw,
    records,
    advance: engine.advance,
    pin: engine.pin,
    async stop() {
      raw.close();
      await client.close();
      await engine.stop();
      await records.close();
      await rm(engine.dataDir, { recursive: true, force: true });
    },
  };
}
