import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';

const HOUR = 3_600_000;

describe('intermediate catch event', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('waits for its message and takes what it brings', async () => {
    await engine.deploy(fixture('intermediate-catch-event.message.bpmn'));
    const instance = await engine.create('catch-message', { key: 'k' });
    await engine.publish('answer', 'other');
    expect(engine.elements('ELEMENT_COMPLETED')).to.deep.equal(['start']);
    await engine.publish('answer', 'k', { variables: { v: 1 } });
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('catch-message');
    expect(engine.variables(instance)).to.deep.equal({ key: 'k', v: 1 });
  });

  it('takes a buffered message, the oldest first, each once', async () => {
    await engine.deploy(fixture('intermediate-catch-event.message.bpmn'));
    await engine.publish('answer', 'k', { variables: { v: 1 }, timeToLive: HOUR });
    await engine.publish('answer', 'k', { variables: { v: 2 }, timeToLive: HOUR });
    const first = await engine.create('catch-message', { key: 'k' });
    const second = await engine.create('catch-message', { key: 'k' });
    await engine.create('catch-message', { key: 'k' });
    expect(engine.variables(first)).to.include({ v: 1 });
    expect(engine.variables(second)).to.include({ v: 2 });
    expect(engine.elements('ELEMENT_COMPLETED').filter((id) => id === 'catch-message')).to.have.length(2);
  });

  it('does not take a message whose time to live is over', async () => {
    await engine.deploy(fixture('intermediate-catch-event.message.bpmn'));
    await engine.publish('answer', 'k', { timeToLive: HOUR });
    await engine.advance(HOUR);
    await engine.create('catch-message', { key: 'k' });
    expect(engine.recordsOf('MESSAGE', 'EXPIRED')).to.have.length(1);
    expect(engine.elements('ELEMENT_COMPLETED')).to.deep.equal(['start']);
  });

  it('maps what the message brings', async () => {
    await engine.deploy(fixture('intermediate-catch-event.message-output.bpmn'));
    const instance = await engine.create('catch-message-output', { key: 'k' });
    await engine.publish('answer', 'k', { variables: { value: 7 } });
    expect(engine.variables(instance)).to.deep.equal({ key: 'k', got: 7 });
  });

  it('becomes an incident when its correlation key is missing', async () => {
    await engine.deploy(fixture('intermediate-catch-event.message.bpmn'));
    const instance = await engine.create('catch-message');
    const [incident] = engine.incidents();
    expect(incident?.value.errorType).to.equal('EXTRACT_VALUE_ERROR');
    expect(incident?.value.errorMessage).to.match(
      /^Failed to extract the correlation key for 'key': The value must be either a string or a number, but was 'NULL'./,
    );
    await engine.setVariables(instance, { key: 5 });
    await engine.resolve(incident?.key ?? -1);
    await engine.publish('answer', '5');
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('catch-message');
  });

  it('waits for its timer', async () => {
    await engine.deploy(fixture('intermediate-catch-event.timer.bpmn'));
    await engine.create('catch-timer', { wait: 'PT5M' });
    await engine.advance(299_000);
    expect(engine.elements('ELEMENT_COMPLETED')).to.deep.equal(['start']);
    await engine.advance(1_000);
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('catch-timer');
  });

  it('becomes an incident when its duration is none', async () => {
    await engine.deploy(fixture('intermediate-catch-event.timer.bpmn'));
    await engine.create('catch-timer', { wait: 'nonsense' });
    expect(engine.incidents()[0]?.value).to.include({
      errorType: 'EXTRACT_VALUE_ERROR',
      errorMessage: "Invalid duration format 'nonsense' for expression 'wait'.",
    });
  });
});

describe('receive task', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('waits for its message', async () => {
    await engine.deploy(fixture('receive-task.bpmn'));
    const instance = await engine.create('receive-task', { key: 'k' });
    await engine.publish('answer', 'k', { variables: { v: 1 } });
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('receive-task');
    expect(engine.variables(instance)).to.deep.equal({ key: 'k', v: 1 });
  });
});
