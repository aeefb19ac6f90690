import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { createEngineClient } from '../../../src/engine/client/create-engine-client.js';
import {
  EngineRejection,
  EngineUnavailable,
  type EngineJob,
  type EnginePort,
} from '../../../src/engine/client/port.js';
import { startEngine, type Engine } from '../../../src/engine/index.js';
import { findFreePort } from '../../../src/launch/ports.js';
import { workProcess } from '../support/work-process.js';

const NO_KEY = '2251799913685249';

describe('engine client', () => {
  let engine: Engine;
  let client: EnginePort;

  beforeEach(async () => {
    engine = await startEngine({ port: 0 });
    client = createEngineClient({ address: `127.0.0.1:${engine.port}` });
    await client.deploy([workProcess('work')]);
  });

  afterEach(async () => {
    await client.close();
    await engine.close();
  });

  it('answers what the engine is', async () => {
    expect(await client.topology()).to.deep.equal({
      gatewayVersion: '8.5.8',
      clusterSize: 1,
      partitionsCount: 1,
      brokers: 1,
      partitionsWithLeader: 1,
    });
  });

  it('deploys several resources in one deployment, or none of them', async () => {
    const deployed = await client.deploy([workProcess('one'), workProcess('two')]);
    expect(deployed.map(({ bpmnProcessId, version }) => [bpmnProcessId, version])).to.deep.equal([
      ['one', 1],
      ['two', 1],
    ]);
    const broken = { name: 'broken.bpmn', content: Buffer.from('<x/>') };
    const error = await failureOf(client.deploy([workProcess('three'), broken]));
    expect(error).to.be.instanceOf(EngineRejection).and.include({ code: 'INVALID_ARGUMENT' });
    expect(await failureOf(client.createProcessInstance('three', {}))).to.include({ code: 'NOT_FOUND' });
  });

  it('tells refusals by their code and words', async () => {
    const error = await failureOf(client.completeJob(NO_KEY, {}));
    expect(error).to.be.instanceOf(EngineRejection);
    expect(error).to.include({
      code: 'NOT_FOUND',
      message: `Command 'COMPLETE' rejected with code 'NOT_FOUND': Expected to complete job with key '${NO_KEY}', but no such job was found`,
    });
  });

  it('keeps a job with its worker for the time that it asks for', async () => {
    const jobs = jobQueue();
    const worker = client.openWorker({ ...options, timeoutMs: 300, handle: async (job) => jobs.put(job) });
    await client.createProcessInstance('work', {});
    const { key } = await jobs.next();
    await client.updateJobTimeout(key, 60_000);
    await client.createProcessInstance('work', {});
    const other = await jobs.next();
    expect(other.key).to.not.equal(key);
    // The other comes again when its time is over; the first, older one would have come before it.
    expect((await jobs.next()).key).to.equal(other.key);
    await worker.close();
  });

  it('says why a time-out cannot be changed', async () => {
    const error = await failureOf(client.updateJobTimeout(NO_KEY, 1_000));
    expect(error).to.be.instanceOf(EngineRejection).and.include({ code: 'NOT_FOUND' });
  });

  it('knows a message that was published before', async () => {
    const message = { name: 'm', correlationKey: 'k', messageId: '1', timeToLiveMs: 60_000, variables: {} };
    expect(await client.publishMessage(message)).to.equal('published');
    expect(await client.publishMessage(message)).to.equal('already-published');
  });

  it('says so when nothing answers', async () => {
    const lonely = createEngineClient({ address: `127.0.0.1:${await findFreePort()}` });
    expect(await failureOf(lonely.topology(1_000))).to.be.instanceOf(EngineUnavailable);
    await lonely.close();
  });

  it('hands a job to an idle worker at once', async () => {
    const jobs = jobQueue();
    client.openWorker({ ...options, handle: async (job) => settle(job, jobs) });
    await client.createProcessInstance('work', {});
    await jobs.next();
    await delay(50); // The worker asks again; what follows is the idle case.
    const startedAt = performance.now();
    await client.createProcessInstance('work', { text: '办件', n: 1 });
    const job = await jobs.next();
    expect(performance.now() - startedAt).to.be.below(200);
    expect(job).to.deep.include({ type: 'work', elementId: 'x', retries: 3, variables: { text: '办件', n: 1 } });
    expect(job.deadline).to.be.a('number').above(Date.now());
  });

  it('waits for the handlers when a worker closes, and takes no more jobs', async () => {
    const begun = jobQueue();
    let finished = 0;
    const worker = client.openWorker({
      ...options,
      maxActiveJobs: 1,
      async handle(job) {
        begun.put(job);
        await delay(100);
        await client.completeJob(job.key, {});
        finished += 1;
      },
    });
    await client.createProcessInstance('work', {});
    await client.createProcessInstance('work', {});
    await begun.next();
    await worker.close();
    expect(finished).to.equal(1);
    const other = jobQueue();
    client.openWorker({ ...options, handle: async (job) => settle(job, other) });
    await other.next();
  });

  it('leaves a job to its time-out when the handler throws, and goes on', async () => {
    const warnings: string[] = [];
    const loud = createEngineClient({
      address: `127.0.0.1:${engine.port}`,
      logger: { warn: (_details, message) => void warnings.push(message) },
    });
    const jobs = jobQueue();
    loud.openWorker({
      ...options,
      handle: (job) => {
        jobs.put(job);
        return Promise.reject(new Error('boom'));
      },
    });
    await client.createProcessInstance('work', {});
    await jobs.next();
    await client.createProcessInstance('work', {});
    await jobs.next();
    await loud.close();
    expect(warnings).to.have.length(2);
  });

  it('comes back by itself after the engine was away', async () => {
    const jobs = jobQueue();
    client.openWorker({ ...options, handle: async (job) => settle(job, jobs) });
    await client.createProcessInstance('work', {});
    await jobs.next();
    const port = engine.port ?? 0;
    await engine.close();
    expect(await failureOf(client.createProcessInstance('work', {}))).to.be.instanceOf(EngineUnavailable);
    engine = await startEngine({ port });
    await eventually(() => client.topology(1_000));
    await client.deploy([workProcess('work')]);
    await client.createProcessInstance('work', {});
    await jobs.next();
  });

  const options = { type: 'work', name: 'test', timeoutMs: 60_000, maxActiveJobs: 4 };

  async function settle(job: EngineJob, jobs: JobQueue): Promise<void> {
    jobs.put(job);
    await client.completeJob(job.key, {});
  }
});

interface JobQueue {
  put(job: EngineJob): void;
  next(): Promise<EngineJob>;
}

function jobQueue(): JobQueue {
  const jobs: EngineJob[] = [];
  const waiting: ((job: EngineJob) => void)[] = [];
  return {
    put(job) {
      const taker = waiting.shift();
      if (taker) taker(job);
      else jobs.push(job);
    },
    next() {
      const job = jobs.shift();
      return job ? Promise.resolve(job) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('expected a failure');
    },
    (error: unknown) => error,
  );
}

async function eventually(attempt: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(50);
    }
  }
}
