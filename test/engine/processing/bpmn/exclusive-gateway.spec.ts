import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';

describe('exclusive gateway', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('takes the flow whose condition holds', async () => {
    await engine.deploy(fixture('exclusive-gateway.bpmn'));
    await engine.create('exclusive-gateway', { x: 10 });
    await engine.completeOne('a');
    expect(engine.elements('SEQUENCE_FLOW_TAKEN')).to.include('split-to-a').and.not.include('split-to-b');
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('exclusive-gateway');
  });

  it('takes the default flow when no condition holds', async () => {
    await engine.deploy(fixture('exclusive-gateway.bpmn'));
    await engine.create('exclusive-gateway', { x: 1 });
    await engine.completeOne('b');
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('exclusive-gateway');
  });

  it('becomes an incident when no flow can be taken, and chooses again when that is resolved', async () => {
    await engine.deploy(fixture('exclusive-gateway.no-flow.bpmn'));
    const instance = await engine.create('exclusive-gateway-no-flow', { x: 4 });
    const [incident] = engine.incidents();
    expect(incident?.value).to.include({
      errorType: 'CONDITION_ERROR',
      errorMessage: 'Expected at least one condition to evaluate to true, or to have a default flow',
      elementId: 'split',
    });
    await engine.setVariables(instance, { x: 9 });
    await engine.resolve(incident?.key ?? -1);
    expect(engine.elements('ELEMENT_COMPLETED')).to.deep.equal([
      'start',
      'split',
      'end-a',
      'exclusive-gateway-no-flow',
    ]);
  });

  it('becomes an incident when a condition is no boolean', async () => {
    await engine.deploy(fixture('exclusive-gateway.no-flow.bpmn'));
    await engine.create('exclusive-gateway-no-flow');
    expect(engine.incidents()[0]?.value.errorType).to.equal('EXTRACT_VALUE_ERROR');
    expect(engine.incidents()[0]?.value.errorMessage).to.match(
      /^Expected result of the expression 'x < 3' to be 'BOOLEAN', but was 'NULL'/,
    );
  });

  it('follows, of several conditions that hold, the flow that the XML has last, as Zeebe 8.5.8 does', async () => {
    await engine.deploy(fixture('exclusive-gateway.order.bpmn'));
    await engine.create('order2');
    expect(engine.elements('SEQUENCE_FLOW_TAKEN')).to.deep.equal(['f0', 'fa']);
  });

  it('leads back in a loop', async () => {
    await engine.deploy(fixture('exclusive-gateway.loop.bpmn'));
    await engine.create('loop');
    await engine.completeOne('a', { more: true });
    await engine.completeOne('a', { more: false });
    expect(engine.elements('ELEMENT_COMPLETED').filter((id) => id === 'a')).to.have.length(2);
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('loop');
  });
});
