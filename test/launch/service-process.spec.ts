import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { findOrStartRedis } from '../../src/launch/find-or-start-redis.js';
import { canConnect, findFreePort } from '../../src/launch/ports.js';
import { startServiceProcess } from '../../src/launch/service-process.js';

describe('a server of ours beside us', function () {
  this.timeout(60_000);
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'tongban-service-'));
  });

  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const pidFiles = (): string[] => readdirSync(path.join(dataDir, 'run'));
  const start = () => findOrStartRedis({ redisUrl: undefined, dataDir });

  it('is adopted by the next start when we died, not started twice over the same files', async () => {
    const first = await start();
    const second = await start();
    expect(second.url).to.equal(first.url);
    expect(pidFiles()).to.deep.equal(['redis.json']);
    await second.stop();
  });

  it('is gone after its stop, and the next start makes a new one', async () => {
    const first = await start();
    const port = Number(new URL(first.url ?? '').port);
    await first.stop();
    expect(pidFiles()).to.deep.equal([]);
    await canConnect(port).then(
      () => expect.fail('it still listens'),
      () => undefined,
    );
    const next = await start();
    await next.stop();
  });

  it('is not taken for a stranger that has its process id now', async () => {
    const first = await start();
    await first.stop();
    const stranger = { pid: process.pid, port: await findFreePort(), startedAt: '1' };
    writeFileSync(path.join(dataDir, 'run', 'redis.json'), JSON.stringify(stranger));
    const next = await start();
    expect(next.url).to.not.equal(`redis://127.0.0.1:${stranger.port}`);
    await next.stop();
  });

  it('that does not come up is told with the end of its log', async () => {
    const started = startServiceProcess({
      name: 'broken',
      command: '/bin/sh',
      args: () => ['-c', 'echo no such luck; exit 3'],
      port: await findFreePort(),
      dataDir,
      isReady: (port) => canConnect(port),
      startTimeoutMs: 5_000,
      stopTimeoutMs: 1_000,
    });
    await started.then(
      () => expect.fail('it started'),
      (error: Error) => expect(error.message).to.include('broken did not come up').and.include('no such luck'),
    );
  });
});
