import os from 'node:os';
import { expect } from 'chai';
import { createApi, type Api } from '../../src/api/create-api.js';
import type { PartReport, ReadinessCheck } from '../../src/api/readiness.js';
import type { Domain } from '../../src/domain/domain.js';
import { loadConfig } from '../../src/shared/config.js';
import { silentLogger } from '../../src/shared/logger.js';

describe('API server', () => {
  let api: Api | undefined;
  afterEach(() => api?.close());

  /** What is asked here needs no domain. */
  const create = (readiness: ReadinessCheck[]): Promise<Api> =>
    createApi({
      domain: {} as Domain,
      config: loadConfig({}),
      logger: silentLogger,
      readiness,
      records: { user: 'zeebe', password: 'x' },
      callbackSecret: 'x',
      webDir: os.tmpdir(),
    });

  async function start(readiness: ReadinessCheck[]): Promise<string> {
    api = await create(readiness);
    return `http://127.0.0.1:${await api.listen(0, '127.0.0.1')}`;
  }

  const part = (name: string, check: () => Promise<PartReport>): ReadinessCheck => ({ part: name, check });
  const up = async (): Promise<PartReport> => ({ status: 'up', detail: 'ok' });

  it('lives although a part is down, and says which one is', async () => {
    const url = await start([
      part('database', up),
      part('engine', () => Promise.reject(new Error('nothing answers'))),
      part('records', async () => ({ status: 'degraded', detail: 'none yet' })),
    ]);

    expect((await fetch(`${url}/healthz`)).status).to.equal(200);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).to.equal(503);
    expect(await ready.json()).to.deep.equal({
      status: 'down',
      parts: {
        database: { status: 'up', detail: 'ok' },
        engine: { status: 'down', detail: 'nothing answers' },
        records: { status: 'degraded', detail: 'none yet' },
      },
    });
  });

  it('is ready when a part only wants a look', async () => {
    const url = await start([part('records', async () => ({ status: 'degraded', detail: 'none yet' }))]);

    expect((await fetch(`${url}/readyz`)).status).to.equal(200);
  });

  it('gives up on a part that does not answer', async () => {
    const url = await start([part('database', () => new Promise(() => undefined))]);

    const ready = (await (await fetch(`${url}/readyz`)).json()) as { parts: Record<string, PartReport> };

    expect(ready.parts['database']).to.deep.equal({ status: 'down', detail: 'no answer within 3000 ms' });
  });

  it('answers what is under way before it closes, and nothing after', async () => {
    let answer: () => void = () => undefined;
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const slow = (): Promise<PartReport> =>
      new Promise((resolve) => {
        answer = () => resolve({ status: 'up', detail: 'late' });
        asked();
      });
    const base = await start([part('slow', slow)]);
    const underWay = fetch(`${base}/readyz`);
    await isAsked;

    const closed = api?.close();
    const closingSince = performance.now();
    answer();

    expect((await underWay).status).to.equal(200);
    await closed;
    expect(performance.now() - closingSince).to.be.lessThan(5_000);
    const after: unknown = await fetch(`${base}/healthz`).catch((error: unknown) => error);
    expect(after).to.be.instanceOf(TypeError);
  });

  it('says so when its port is taken', async () => {
    const url = await start([]);
    const second = await create([]);

    const failed: unknown = await second
      .listen(Number(new URL(url).port), '127.0.0.1')
      .catch((error: unknown) => error);

    expect(failed).to.have.property('code', 'EADDRINUSE');
    await second.close();
  });
});
