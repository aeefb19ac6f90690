/** One suite, two targets: Bull on a Redis of its own, and in-process over the database. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { findFreePort } from '../../src/launch/ports.js';
import { findCommand } from '../../src/launch/find-command.js';
import { createQueues } from '../../src/queues/create-queues.js';
import { QueueJobFailed, QueueRefusal, QueueTimeout, type Queues } from '../../src/queues/queues.js';
import { silentLogger } from '../../src/shared/logger.js';
import { connectTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../domain/support/until.js';

interface Target {
  readonly name: string;
  /** undefined when it is not on this machine. */
  start(): Promise<{ address: string; open(): Queues; stop(): Promise<void> } | undefined>;
}

const targets: Target[] = [
  { name: 'Bull on Redis', start: startRedis },
  {
    name: 'in-process over the database',
    start: async () => {
      const database: TestDatabase = await connectTestDatabase();
      const open = (): Queues => createQueues({ logger: silentLogger });
      return { address: database.uri, open, stop: () => database.close() };
    },
  },
];

/** Another process that takes a job and never finishes it. */
function spawnHolder(queue: string, address: string): { process: ChildProcess; output(): string } {
  const script = fileURLToPath(new URL('./hold-a-job.ts', import.meta.url));
  const holder = spawn(process.execPath, ['--import', 'tsx', script, address, queue], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  holder.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { process: holder, output: () => output };
}

async function startRedis(): ReturnType<Target['start']> {
  const command = await findCommand('redis-server');
  if (!command) return undefined;
  const dir = mkdtempSync(path.join(os.tmpdir(), 'tongban-redis-'));
  const port = await findFreePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'no'];
  const server: ChildProcess = spawn(command, args, { stdio: 'ignore' });
  const redisUrl = `redis://127.0.0.1:${port}`;
  return {
    address: redisUrl,
    open: () => createQueues({ redisUrl, logger: silentLogger }),
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
      rmSync(dir, { recursive: true });
    },
  };
}

for (const target of targets) {
  describe(`queues: ${target.name}`, function () {
    this.timeout(60_000);
    let opened: Queues[] = [];
    let started: Awaited<ReturnType<Target['start']>>;
    let name: string;
    before(async function () {
      started = await target.start();
      if (!started) this.skip();
    });
    after(() => started?.stop());
    beforeEach(() => {
      name = `queue-${randomUUID()}`;
    });
    afterEach(async () => {
      await Promise.all(opened.map((queues) => queues.close()));
      opened = [];
    });

    function open(): Queues {
      if (!started) throw new Error('not started');
      const queues = started.open();
      opened.push(queues);
      return queues;
    }

    it('gives the answer of a job, and the same answer for the same id without doing it again', async () => {
      const queues = open();
      let done = 0;
      queues.process(name, { concurrency: 2 }, (job) => {
        done++;
        return Promise.resolve({ name: job.name, twice: Number(job.data['n']) * 2, attempt: job.attempt });
      });
      const answer = await queues.run(name, 'double', { id: 'a', data: { n: 21 } });
      expect(answer).to.deep.equal({ name: 'double', twice: 42, attempt: 1 });
      expect(await queues.run(name, 'double', { id: 'a', data: { n: 1 } })).to.deep.equal(answer);
      expect(done).to.equal(1);
      expect((await queues.health()).ok).to.equal(true);
    });

    it('does a job once that is added many times', async () => {
      const queues = open();
      const seen: string[] = [];
      await Promise.all(Array.from({ length: 10 }, () => queues.add(name, { id: 'once', data: {} })));
      await queues.add(name, { id: 'last', data: {} });
      queues.process(name, { concurrency: 1 }, (job) => Promise.resolve(seen.push(job.id)));
      await until('both jobs', () => seen.includes('last') && seen.includes('once'));
      expect(seen).to.have.length(2);
    });

    it('tries again with pauses, and tells when the tries ran out; asked anew, it tries anew', async () => {
      const queues = open();
      const attempts: number[] = [];
      let broken = true;
      queues.process(name, { concurrency: 1 }, (job) => {
        attempts.push(job.attempt);
        return broken ? Promise.reject(new Error('对方系统没有应答')) : Promise.resolve('好');
      });
      const work = queues.run(name, 'call', { id: 'x', data: {}, attempts: 2 });
      const failure = await work.catch((error: Error) => error);
      expect(failure).to.be.instanceOf(QueueJobFailed);
      expect(failure).to.include({ refused: false, message: '对方系统没有应答' });
      expect(attempts).to.deep.equal([1, 2]);
      broken = false;
      expect(await queues.run(name, 'call', { id: 'x', data: {}, attempts: 2 })).to.equal('好');
    });

    it('passes a refusal on at once, with its details, and keeps it', async () => {
      const queues = open();
      let calls = 0;
      queues.process(name, { concurrency: 1 }, () => {
        calls++;
        return Promise.reject(new QueueRefusal('不予办理', { code: 'X1', reason: '条件不符' }));
      });
      for (let i = 0; i < 2; i++) {
        const refusal = await queues.run(name, 'call', { id: 'r', data: {} }).catch((error: Error) => error);
        expect(refusal).to.be.instanceOf(QueueJobFailed);
        expect(refusal).to.deep.include({ refused: true, details: { code: 'X1', reason: '条件不符' } });
      }
      expect(calls).to.equal(1);
    });

    it('keeps jobs that nobody takes, beyond the one who added them', async () => {
      const before = open();
      const waiting = await before
        .run(name, 'late', { id: 'w', data: { n: 1 }, timeoutMs: 300 })
        .catch((e: Error) => e);
      expect(waiting).to.be.instanceOf(QueueTimeout);
      await before.close();
      opened = [];
      const after = open();
      after.process(name, { concurrency: 1 }, (job) => Promise.resolve(job.data));
      expect(await after.run(name, 'late', { id: 'w', data: { n: 2 } })).to.deep.equal({ n: 1 });
    });

    it('answers across processes', async () => {
      const [asking, working] = [open(), open()];
      working.process(name, { concurrency: 1 }, () => Promise.resolve('done elsewhere'));
      expect(await asking.run(name, 'x', { id: 'far', data: {} })).to.equal('done elsewhere');
    });

    it('gives a job whose process was killed to another one', async () => {
      const child = spawnHolder(name, started?.address ?? '');
      const asking = open();
      await asking.add(name, { id: 'orphan', data: { n: 7 } });
      await until('the other process to begin', () => child.output().includes('begun'), 20_000);
      child.process.kill('SIGKILL');
      asking.process(name, { concurrency: 1 }, (job) => Promise.resolve(job.data));
      const answer = await asking.run(name, 'job', { id: 'orphan', data: {}, timeoutMs: 30_000 });
      expect(answer).to.deep.equal({ n: 7 });
    });

    it('works on no more at a time, and starts no more per second, than allowed', async () => {
      const queues = open();
      let now = 0;
      let most = 0;
      const starts: number[] = [];
      queues.process(name, { concurrency: 2, ratePerSecond: 5 }, async () => {
        starts.push(Date.now());
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 60));
        now--;
      });
      await Promise.all(Array.from({ length: 11 }, (_, i) => queues.add(name, { id: `p${i}`, data: {} })));
      await until('all jobs', () => starts.length === 11 && now === 0, 20_000);
      expect(most).to.be.at.most(2);
      const [first = 0, last = 0] = [starts[0], starts.at(-1)];
      // The 11th starts in the third second at the earliest.
      expect(last - first).to.be.at.least(1_000);
    });

    it('does not begin a delayed job early', async () => {
      const queues = open();
      const added = Date.now();
      let at = 0;
      queues.process(name, { concurrency: 1 }, () => {
        at = Date.now();
        return Promise.resolve();
      });
      await queues.add(name, { id: 'd', data: {}, delayMs: 400 });
      await until('the job', () => at > 0);
      expect(at - added).to.be.at.least(390);
    });

    it('finishes what is under way when it closes', async () => {
      const queues = open();
      let state = 'none';
      queues.process(name, { concurrency: 1 }, async () => {
        state = 'begun';
        await new Promise((resolve) => setTimeout(resolve, 150));
        state = 'done';
      });
      await queues.add(name, { id: 'c', data: {} });
      await until('the job to begin', () => state === 'begun');
      await queues.close();
      opened = [];
      expect(state).to.equal('done');
    });
  });
}
