import { expect } from 'chai';
import { createEngineClient } from '../../../src/engine/client/create-engine-client.js';
import type { EnginePort } from '../../../src/engine/client/port.js';
import { startEngine, type Engine } from '../../../src/engine/index.js';
import { RawGateway, type ActivatedJob } from '../../conformance/support/raw-gateway.js';
import { workProcess } from '../support/work-process.js';

/** What any Zeebe answers is in test/conformance; here is what only this gateway can be asked about. */
describe('gateway', () => {
  let engine: Engine;
  let client: EnginePort;
  let raw: RawGateway;

  beforeEach(async () => {
    engine = await startEngine({ port: 0 });
    client = createEngineClient({ address: `127.0.0.1:${engine.port}` });
    raw = new RawGateway(`127.0.0.1:${engine.port}`);
    await client.deploy([workProcess('work')]);
  });

  afterEach(async () => {
    raw.close();
    await client.close();
    await engine.close();
  });

  const start = (): Promise<unknown> => client.createProcessInstance('work', {});
  const keysOf = (jobs: ActivatedJob[]): string[] => jobs.map(({ key }) => key);

  it('wakes a waiting poll the moment there is a job', async () => {
    const poll = raw.activate('work', { waitMs: 20_000 });
    const startedAt = performance.now();
    await start();
    expect(await poll).to.have.length(1);
    expect(performance.now() - startedAt).to.be.below(500);
  });

  it('gives each job to one of the polls that wait', async () => {
    const polls = [1, 2, 3].map(() => raw.activate('work', { waitMs: 1_500 }));
    await start();
    await start();
    const keys = (await Promise.all(polls)).flatMap(keysOf);
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(2);
  });

  it('hands no job to a poll that was given up', async () => {
    const { poll, cancel } = raw.startPoll('work', { waitMs: 20_000 });
    await raw.activate('work', { waitMs: 200 }); // By then the first one waits in the engine.
    cancel();
    await poll.catch(() => undefined);
    await start();
    expect(await raw.activate('work', { waitMs: 5_000 })).to.have.length(1);
  });

  it('streams jobs as they come until the client leaves', async () => {
    const stream = raw.stream('work');
    await start();
    const first = await stream.next();
    await start();
    const second = await stream.next();
    expect([first.elementId, second.elementId]).to.deep.equal(['x', 'x']);
    stream.cancel();
    await start();
    expect(await raw.activate('work', { waitMs: 5_000 })).to.have.length(1);
  });

  it('ends waiting polls when it closes', async () => {
    const poll = raw.activate('work', { waitMs: 60_000 });
    await raw.activate('work', { waitMs: 100 });
    await engine.close();
    expect(await poll).to.deep.equal([]);
    engine = await startEngine({ port: 0 });
  });

  for (const rpc of ['DeleteResource', 'ModifyProcessInstance']) {
    it(`says that it does not know ${rpc} yet`, async () => {
      const error = await raw.call(rpc, {}).catch(String);
      expect(error).to.contain(`UNIMPLEMENTED: ${rpc} is not supported by the embedded engine yet`);
    });
  }

  it('refuses messages above 4 MB', async () => {
    const variables = JSON.stringify({ text: 'x'.repeat(4 * 1024 * 1024) });
    const error = await raw
      .call('CreateProcessInstance', { bpmnProcessId: 'work', version: -1, variables })
      .catch(String);
    expect(error).to.contain('RESOURCE_EXHAUSTED');
  });

  it('refuses what is no JSON', async () => {
    const error = await raw.call('CreateProcessInstance', { bpmnProcessId: 'work', variables: '{a' }).catch(String);
    expect(error).to.equal('Error: INVALID_ARGUMENT: Invalid JSON value: {a');
  });

  it('says which port is taken', async () => {
    const error = await startEngine({ port: engine.port ?? 0 }).catch(String);
    expect(error).to.contain(`The engine cannot listen on 127.0.0.1:${engine.port}`);
  });
});
