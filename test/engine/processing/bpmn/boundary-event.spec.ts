import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { bpmnXml, executable, flow } from '../../model/bpmn-xml.js';
import { fixture } from '../../support/fixture.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('boundary event', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('of a non-interrupting timer cycle fires as often as it repeats, while the task goes on', async () => {
    await engine.deploy(fixture('boundary-event.timer.bpmn'));
    await engine.create('boundary-timer');
    for (let round = 0; round < 3; round += 1) await engine.advance(11 * MINUTE);
    expect(await engine.activate('reminder')).to.have.length(2);
    await engine.completeOne('task');
    expect(engine.elements('ELEMENT_COMPLETED').filter((id) => id === 'remind')).to.have.length(2);
    expect(engine.recordsOf('TIMER', 'CANCELED').map(({ value }) => value.targetElementId)).to.deep.equal(['late']);
  });

  it('of a sub-process fires before a timer in it that is due at the same moment', async () => {
    const timer = (text: string): string => `<bpmn:timerEventDefinition>${text}</bpmn:timerEventDefinition>`;
    const inner =
      `<bpmn:startEvent id="s"/>${flow('f', 's', 'in')}<bpmn:intermediateCatchEvent id="in">` +
      `${timer('<bpmn:timeDuration>PT2H</bpmn:timeDuration>')}</bpmn:intermediateCatchEvent>`;
    const body =
      `<bpmn:startEvent id="start"/>${flow('to', 'start', 'x')}<bpmn:subProcess id="x">${inner}</bpmn:subProcess>` +
      '<bpmn:boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><bpmn:outgoing>o</bpmn:outgoing>' +
      `${timer('<bpmn:timeCycle>R2/PT1H</bpmn:timeCycle>')}</bpmn:boundaryEvent>${flow('o', 'b', 'e')}<bpmn:endEvent id="e"/>`;
    await engine.deployResources({ name: 'tie.bpmn', text: bpmnXml(executable('tie', body)) });
    await engine.create('tie');
    await engine.advance(60 * MINUTE);
    await engine.advance(60 * MINUTE);
    expect(engine.recordsOf('TIMER', 'TRIGGERED').map(({ value }) => value.targetElementId)).to.deep.equal([
      'b',
      'b',
      'in',
    ]);
  });

  it('of an interrupting timer ends the task and its job', async () => {
    await engine.deploy(fixture('boundary-event.timer.bpmn'));
    await engine.create('boundary-timer');
    await engine.advance(61 * MINUTE);
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['task']);
    expect(engine.elements('ELEMENT_COMPLETED')).to.include.members(['late', 'end-late']);
    expect(await engine.activate('task')).to.be.empty;
  });

  it('of a message may fire again and again, or end the task', async () => {
    await engine.deploy(fixture('boundary-event.message.bpmn'));
    const instance = await engine.create('boundary-message', { key: 'k' });
    await engine.publish('note', 'k', { variables: { n: 1 } });
    await engine.publish('note', 'k', { variables: { n: 2 } });
    await engine.publish('note', 'other', { variables: { n: 3 } });
    expect(engine.elements('ELEMENT_COMPLETED').filter((id) => id === 'end-noted')).to.have.length(2);
    await engine.publish('stop', 'k', { variables: { s: 1 } });
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['task']);
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('boundary-message');
    expect(engine.variables(instance)).to.deep.equal({ key: 'k', n: 2, s: 1 });
  });

  it('of a message whose key is missing names the scope around as the one at fault', async () => {
    await engine.deploy(fixture('boundary-event.message.bpmn'));
    const instance = await engine.create('boundary-message', {});
    expect(engine.incidents()[0]?.value).to.include({ elementId: 'task', variableScopeKey: instance });
  });

  it('of a message on a sub-process, whose key is missing, names the scope around the sub-process', async () => {
    const message =
      '<bpmn:message id="m" name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="=key"/>' +
      '</bpmn:extensionElements></bpmn:message>';
    const body =
      `<bpmn:startEvent id="start"/>${flow('to', 'start', 'x')}<bpmn:subProcess id="x"><bpmn:startEvent id="s"/></bpmn:subProcess>` +
      '<bpmn:boundaryEvent id="b" attachedToRef="x"><bpmn:outgoing>o</bpmn:outgoing>' +
      `<bpmn:messageEventDefinition messageRef="m"/></bpmn:boundaryEvent>${flow('o', 'b', 'e')}<bpmn:endEvent id="e"/>`;
    await engine.deployResources({ name: 'key.bpmn', text: bpmnXml(executable('key', body), message) });
    const instance = await engine.create('key');
    expect(engine.incidents()[0]?.value).to.include({ elementId: 's', variableScopeKey: instance });
  });

  it('of an error catches its code; what the error brought stays with the event', async () => {
    await engine.deploy(fixture('boundary-event.error.bpmn'));
    const instance = await engine.create('boundary-error');
    await engine.throwError(await engine.activateOne('task'), 'BAD', { why: 'x' });
    expect(engine.elements('ELEMENT_COMPLETED')).to.include.members(['caught', 'end-caught', 'boundary-error']);
    expect(engine.elements('ELEMENT_ACTIVATED')).to.include('caught');
    expect(engine.variables(instance)).to.deep.equal({});
    expect(engine.recordsOf('VARIABLE').map(({ value }) => value.name)).to.deep.equal(['why']);
  });

  it('without an error code catches every other error', async () => {
    await engine.deploy(fixture('boundary-event.error.bpmn'));
    await engine.create('boundary-error');
    await engine.throwError(await engine.activateOne('task'), 'UNKNOWN');
    expect(engine.elements('ELEMENT_COMPLETED')).to.include.members(['any', 'end-any']);
  });

  it('times that are over while the engine is down fire when it is back', async () => {
    const durable = await EngineHarness.onDisk();
    try {
      await durable.deploy(fixture('boundary-event.timer.bpmn'));
      await durable.create('boundary-timer');
      durable.clock.advance(2 * HOUR);
      await durable.restart();
      await durable.settle();
      expect(durable.elements('ELEMENT_COMPLETED')).to.include('late');
    } finally {
      await durable.close();
    }
  });
});
