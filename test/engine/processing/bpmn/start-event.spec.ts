import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';

const HOUR = 3_600_000;

describe('message start event', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  beforeEach(async () => {
    await engine.deploy(fixture('start-event.message.bpmn'));
  });

  it('starts an instance with the variables of the message', async () => {
    await engine.publish('begin', 'c', { variables: { v: 1 } });
    const job = await engine.activateOne('task');
    expect(job.value.variables).to.deep.equal({ v: 1 });
  });

  it('starts one instance per correlation key at a time; buffered messages start the next when it ends', async () => {
    await engine.publish('begin', 'c', { variables: { v: 1 }, timeToLive: HOUR });
    await engine.publish('begin', 'c', { variables: { v: 2 }, timeToLive: HOUR });
    await engine.publish('begin', 'c', { variables: { v: 3 }, timeToLive: HOUR });
    await engine.publish('begin', 'd', { variables: { v: 9 }, timeToLive: HOUR });
    const jobs = await engine.activate('task');
    expect(jobs.map(({ value }) => value.variables['v'])).to.deep.equal([1, 9]);
    await engine.complete(jobs[0]!);
    const next = await engine.activateOne('task');
    expect(next.value.variables['v']).to.equal(2);
    await engine.cancel(next.value.processInstanceKey);
    expect((await engine.activateOne('task')).value.variables['v']).to.equal(3);
  });

  it('starts any number of instances for messages without a correlation key', async () => {
    await engine.publish('begin', '');
    await engine.publish('begin', '');
    expect(await engine.activate('task')).to.have.length(2);
  });

  it('refuses a message id that is still buffered, also after a restart', async () => {
    const durable = await EngineHarness.onDisk();
    try {
      await durable.deploy(fixture('start-event.message.bpmn'));
      await durable.publish('begin', 'c', { timeToLive: HOUR, messageId: 'one' });
      await durable.restart();
      const again = durable.publish('begin', 'c', { timeToLive: HOUR, messageId: 'one' });
      expect(String(await again.catch((error: unknown) => error))).to.equal(
        "Rejected: ALREADY_EXISTS: Expected to publish a new message with id 'one', but a message with that id was already published",
      );
      await durable.advance(HOUR);
      await durable.publish('begin', 'c', { timeToLive: HOUR, messageId: 'one' });
    } finally {
      await durable.close();
    }
  });

  it('of a new version takes over; running instances stay on theirs', async () => {
    await engine.publish('begin', 'c', { timeToLive: HOUR });
    await engine.deploy(fixture('start-event.message-v2.bpmn'));
    await engine.publish('begin', 'd');
    await engine.publish('begin', 'c', { timeToLive: HOUR });
    await engine.completeOne('task');
    expect(await engine.activate('task-two')).to.have.length(2);
    const versions = engine
      .recordsOf('PROCESS_INSTANCE', 'ELEMENT_ACTIVATED')
      .filter(({ value }) => value.bpmnElementType === 'PROCESS');
    expect(versions.map(({ value }) => value.version)).to.deep.equal([1, 2, 2]);
  });
});
