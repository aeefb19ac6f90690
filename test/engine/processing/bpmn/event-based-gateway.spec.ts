import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';

const HOUR = 3_600_000;

describe('event-based gateway', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  beforeEach(async () => {
    await engine.deploy(fixture('event-based-gateway.bpmn'));
  });

  it('goes on with the message, and waits for the timer no more', async () => {
    const instance = await engine.create('event-based-gateway', { key: 'k' });
    await engine.publish('answer', 'k', { variables: { v: 1 } });
    expect(engine.elements('ELEMENT_COMPLETED')).to.deep.equal([
      'start',
      'wait',
      'on-message',
      'end-message',
      'event-based-gateway',
    ]);
    expect(engine.recordsOf('TIMER', 'CANCELED')).to.have.length(1);
    expect(engine.variables(instance)).to.deep.include({ v: 1 });
  });

  it('goes on with the timer, and waits for the message no more', async () => {
    await engine.create('event-based-gateway', { key: 'k' });
    await engine.advance(HOUR);
    expect(engine.elements('ELEMENT_COMPLETED')).to.include.members(['on-timer', 'end-timer', 'event-based-gateway']);
    expect(engine.recordsOf('MESSAGE_SUBSCRIPTION', 'DELETED')).to.have.length(1);
  });
});
