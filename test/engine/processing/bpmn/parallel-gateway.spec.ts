import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';

describe('parallel gateway', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('takes all flows, and joins when each incoming flow was taken', async () => {
    await engine.deploy(fixture('parallel-gateway.bpmn'));
    await engine.create('parallel-gateway');
    await engine.completeOne('b', { b: 1 });
    expect(engine.elements('ELEMENT_ACTIVATED')).to.not.include('join');
    await engine.completeOne('a', { a: 1 });
    expect(engine.elements('ELEMENT_COMPLETED').slice(-3)).to.deep.equal(['join', 'end', 'parallel-gateway']);
  });

  it('is joined across a restart', async () => {
    const durable = await EngineHarness.onDisk();
    try {
      await durable.deploy(fixture('parallel-gateway.bpmn'));
      await durable.create('parallel-gateway');
      await durable.completeOne('b');
      await durable.restart();
      await durable.completeOne('a');
      expect(durable.elements('ELEMENT_COMPLETED')).to.include('parallel-gateway');
    } finally {
      await durable.close();
    }
  });
});
