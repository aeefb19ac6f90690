import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';

describe('end event', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('that terminates ends everything else in the process, which completes', async () => {
    await engine.deploy(fixture('end-event.terminate.bpmn'));
    await engine.create('terminate');
    await engine.completeOne('a');
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['b']);
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('terminate');
  });

  it('that terminates a sub-process lets the process go on', async () => {
    await engine.deploy(fixture('end-event.terminate-in-sub-process.bpmn'));
    await engine.create('terminate-in-sub');
    await engine.completeOne('a');
    await engine.completeOne('after');
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['b']);
    expect(engine.elements('ELEMENT_COMPLETED')).to.include.members(['sub', 'terminate-in-sub']);
  });

  it('whose error nobody catches becomes an incident', async () => {
    await engine.deploy(fixture('end-event.error-uncaught.bpmn'));
    await engine.create('error-uncaught');
    expect(engine.incidents()[0]?.value).to.include({
      errorType: 'UNHANDLED_ERROR_EVENT',
      errorMessage:
        "Expected to throw an error event with the code 'BAD', but it was not caught. No error events are available in the scope.",
      elementId: 'end',
    });
  });
});
