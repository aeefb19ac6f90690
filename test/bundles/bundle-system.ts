/** The real parts together (engine, database, queues, domain, API, workers, sandbox) in this process, around one engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApi } from '../../src/api/create-api.js';
import { createSecretSink } from '../../src/connectors/secret-sink.js';
import { createDomain } from '../../src/domain/create-domain.js';
import { createEngineClient } from '../../src/engine/client/create-engine-client.js';
import { findFreePort } from '../../src/launch/ports.js';
import { createQueues } from '../../src/queues/create-queues.js';
import { startSandbox } from '../../src/sandbox/start-sandbox.js';
import { loadConfig } from '../../src/shared/config.js';
import { silentLogger } from '../../src/shared/logger.js';
import { knownJobTypes } from '../../src/workers/known-job-types.js';
import { startWorkers } from '../../src/workers/start-workers.js';
import { Person } from '../support/person.js';
import { connectTestDatabase } from '../support/test-database.js';
import type { EngineTarget, RunningEngine } from './engine-target.js';
import { ShiftedClock } from './shifted-clock.js';

const SECRET = 'bundle-test-secret';
const records = { username: 'zeebe', password: 'bundle-test-records' };
const logger = silentLogger;

interface Parts {
  readonly baseUrl: string;
  readonly sandboxUrl: string;
  readonly clock: ShiftedClock;
  readonly engine: RunningEngine;
}

export class BundleSystem {
  readonly baseUrl: string;
  readonly sandboxUrl: string;
  readonly #parts: Parts;
  readonly #closers: (() => Promise<unknown>)[];
  #people = new Map<string, Person>();

  constructor(parts: Parts, closers: (() => Promise<unknown>)[]) {
    this.baseUrl = parts.baseUrl;
    this.sandboxUrl = parts.sandboxUrl;
    this.#parts = parts;
    this.#closers = closers;
  }

  static async start(target: EngineTarget): Promise<BundleSystem> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'tongban-bundles-'));
    const closers: (() => Promise<unknown>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })];
    try {
      return new BundleSystem(await startParts(target, dataDir, closers), closers);
    } catch (error) {
      await closeAll(closers);
      throw error;
    }
  }

  async person(userName: string): Promise<Person> {
    const known = this.#people.get(userName) ?? (await Person.signIn(this.baseUrl, userName));
    this.#people.set(userName, known);
    return known;
  }

  /** For everybody: the engine's timers, the domain's limits. Sessions do not live that long. */
  async advanceDays(days: number): Promise<void> {
    const milliseconds = days * 24 * 60 * 60 * 1000;
    this.#parts.clock.advance(milliseconds);
    await this.#parts.engine.advance(milliseconds);
    this.#people = new Map();
  }

  async setSandbox(system: string, behaviour: object): Promise<void> {
    const response = await fetch(`${this.sandboxUrl}/control/${system}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(behaviour),
    });
    if (!response.ok) throw new Error(`the sandbox refused ${JSON.stringify(behaviour)} for ${system}`);
  }

  close(): Promise<void> {
    return closeAll(this.#closers);
  }
}

async function startParts(target: EngineTarget, dataDir: string, closers: (() => Promise<unknown>)[]): Promise<Parts> {
  const port = await findFreePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const clock = new ShiftedClock();

  const database = await connectTestDatabase();
  closers.push(() => database.close());
  const queues = createQueues({ logger });
  closers.push(() => queues.close());
  const sandbox = await startSandbox({ port: 0, dataDir, callbackSecret: SECRET, logger });
  closers.push(() => sandbox.close());
  const running = await target.start({ dataDir, clock, records: { url: `${baseUrl}/internal/records`, ...records } });
  closers.push(() => running.stop());
  const engine = createEngineClient({ address: running.address, logger });
  closers.push(() => engine.close());

  const config = loadConfig({ TONGBAN_DATA: dataDir, PORT: String(port), SANDBOX_URL: sandbox.url });
  const secretSink = createSecretSink(config);
  const deps = { engine, queues, config, logger, clock: clock.forDomain, secretSink, knownJobTypes };
  const domain = createDomain(deps);
  closers.push(() => domain.close());
  const api = await createApi({
    domain,
    config,
    logger,
    readiness: [],
    records: { user: records.username, password: records.password },
    callbackSecret: SECRET,
    webDir: dataDir,
  });
  await api.listen(port, '127.0.0.1');
  closers.push(() => api.close());
  await domain.start();
  const workers = await startWorkers({ engine, domain, queues, config, logger });
  closers.push(() => workers.close());
  return { baseUrl, sandboxUrl: sandbox.url, clock, engine: running };
}

/** The reverse order of starting. */
async function closeAll(closers: (() => Promise<unknown>)[]): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
}
