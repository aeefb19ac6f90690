/** The API on a free port with everything real behind it: database, embedded engine, in-process queues, demo accounts. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApi } from '../../src/api/create-api.js';
import { standardChecks } from '../../src/api/readiness.js';
import { createDomain } from '../../src/domain/create-domain.js';
import type { Domain } from '../../src/domain/domain.js';
import { createEngineClient } from '../../src/engine/client/create-engine-client.js';
import type { EnginePort } from '../../src/engine/client/port.js';
import { startEngine } from '../../src/engine/index.js';
import { findFreePort } from '../../src/launch/ports.js';
import { createQueues } from '../../src/queues/create-queues.js';
import { systemClock } from '../../src/shared/clock.js';
import { loadConfig } from '../../src/shared/config.js';
import { silentLogger } from '../../src/shared/logger.js';
import { knownJobTypes } from '../../src/workers/known-job-types.js';
import { connectTestDatabase } from './test-database.js';
import { Person } from './person.js';

export const RECORDS = { user: 'zeebe', password: 'records-of-the-test' };

export interface TestApi {
  readonly url: string;
  readonly domain: Domain;
  readonly engine: EnginePort;
  /** Signs in with a demo account; the same person for the same name. */
  as(userName: string): Promise<Person>;
  close(): Promise<void>;
}

/** No workers run: jobs wait until a spec takes them. Allow it a minute in the `before` hook. */
export async function startTestApi(): Promise<TestApi> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'tongban-test-api-'));
  const closing: (() => Promise<unknown>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (let step = closing.pop(); step; step = closing.pop()) await step();
  };
  try {
    const port = await findFreePort();
    const url = `http://127.0.0.1:${port}`;
    const config = loadConfig({ TONGBAN_DATA: dataDir, PORT: String(port) });
    const logger = silentLogger;
    const database = await connectTestDatabase();
    closing.push(() => database.close());
    const exporter = { url: `${url}/internal/records`, username: RECORDS.user, password: RECORDS.password };
    const embedded = await startEngine({ dataDir: path.join(dataDir, 'engine'), port: 0, exporter, logger });
    closing.push(() => embedded.close());
    const queues = createQueues({ logger });
    closing.push(() => queues.close());
    const engine = createEngineClient({ address: `127.0.0.1:${embedded.port}`, logger });
    closing.push(() => engine.close());
    const domain = createDomain({ engine, queues, config, logger, clock: systemClock, knownJobTypes });
    const api = await createApi({
      domain,
      config,
      logger,
      readiness: standardChecks({ engine, database, queues, domain, clock: systemClock }),
      records: RECORDS,
      callbackSecret: 'call-backs-of-the-test',
      webDir: path.join(dataDir, 'web'),
    });
    await api.listen(port, '127.0.0.1');
    closing.push(() => api.close());
    await domain.start();
    closing.push(() => domain.close());
    const people = new Map<string, Promise<Person>>();
    const as = (userName: string): Promise<Person> => {
      const person = people.get(userName) ?? Person.signIn(url, userName);
      people.set(userName, person);
      return person;
    };
    return { url, domain, engine, as, close };
  } catch (error) {
    await close();
    throw error;
  }
}
