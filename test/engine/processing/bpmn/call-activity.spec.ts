import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';

describe('call activity', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('runs the other process with its variables and takes over what that one has at its end', async () => {
    await engine.deploy(fixture('call-activity.bpmn'), fixture('call-activity.called.bpmn'));
    const instance = await engine.create('call-activity', { x: 1 });
    const job = await engine.activateOne('work');
    expect(job.value.bpmnProcessId).to.equal('called');
    expect(job.value.variables).to.deep.equal({ x: 1, y: 1 });
    await engine.complete(job, { fail: false, r: 1 });
    expect(engine.elements('ELEMENT_COMPLETED').slice(-4)).to.deep.equal(['called', 'call', 'end', 'call-activity']);
    expect(engine.variables(instance)).to.deep.equal({ x: 1, y: 1, fail: false, r: 1 });
  });

  it('takes over only what its outputs name, and gives only what its inputs name, where it is told so', async () => {
    await engine.deploy(fixture('call-activity.outputs.bpmn'), fixture('call-activity.called.bpmn'));
    const instance = await engine.create('call-outputs', { x: 1, z: 2 });
    const job = await engine.activateOne('work');
    expect(job.value.variables).to.deep.equal({ y: 1 });
    await engine.complete(job, { fail: false, result: 3 });
    expect(engine.variables(instance)).to.deep.equal({ x: 1, z: 2, got: 3 });
  });

  it('is ended by an error of the process it called', async () => {
    await engine.deploy(fixture('call-activity.bpmn'), fixture('call-activity.called.bpmn'));
    await engine.create('call-activity', { x: 1 });
    await engine.completeOne('work', { fail: true });
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['end-error', 'called', 'call']);
    expect(engine.elements('ELEMENT_COMPLETED')).to.include.members(['caught', 'end-caught', 'call-activity']);
  });

  it('is cancelled together with what it called', async () => {
    await engine.deploy(fixture('call-activity.bpmn'), fixture('call-activity.called.bpmn'));
    await engine.cancel(await engine.create('call-activity', { x: 1 }));
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['work', 'called', 'call', 'call-activity']);
  });

  it('becomes an incident when there is no such process, and calls it when it is there', async () => {
    await engine.deploy(fixture('call-activity.outputs.bpmn'));
    await engine.create('call-outputs', { x: 1 });
    const [incident] = engine.incidents();
    expect(incident?.value).to.include({
      errorType: 'CALLED_ELEMENT_ERROR',
      errorMessage: "Expected process with BPMN process id 'called' to be deployed, but not found.",
    });
    await engine.deploy(fixture('call-activity.called.bpmn'));
    await engine.resolve(incident?.key ?? -1);
    await engine.completeOne('work', { fail: false });
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('call-outputs');
  });
});
