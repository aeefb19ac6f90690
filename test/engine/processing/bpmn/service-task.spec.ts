import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';

describe('service task', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('waits for its job and goes on with the variables of the job', async () => {
    await engine.deploy(fixture('service-task.bpmn'));
    const instance = await engine.create('service-task', { x: 1 });
    const job = await engine.activateOne('task');
    expect(job.value.customHeaders).to.deep.equal({ h: 'v' });
    expect(job.value.variables).to.deep.equal({ local: 1, x: 1 });
    expect(job.value).to.include({ retries: 3, elementId: 'task', processInstanceKey: instance, worker: 'test' });

    await engine.complete(job, { done: true });

    expect(engine.elements('ELEMENT_COMPLETED')).to.deep.equal(['start', 'task', 'end', 'service-task']);
    expect(engine.variables(instance)).to.deep.equal({ x: 1, done: true });
  });

  it('evaluates job type, retries and mappings; later mappings see earlier ones', async () => {
    await engine.deploy(fixture('service-task.outputs.bpmn'));
    const instance = await engine.create('service-task-outputs', { x: 1, kind: 'k', tries: 5, doc: { a: 1 } });
    const job = await engine.activateOne('k');
    expect(job.value.retries).to.equal(5);
    expect(job.value.variables).to.deep.include({ y: 2, nested: { z: 4 } });

    await engine.complete(job, { result: 7 });

    expect(engine.variables(instance)).to.deep.include({ out: 7, doc: { a: 1, r: 7 } });
    expect(engine.variables(instance)).to.not.have.property('result');
  });

  it('an output into a part of what is no object gives null, as in Zeebe', async () => {
    await engine.deploy(fixture('service-task.outputs.bpmn'));
    const instance = await engine.create('service-task-outputs', { x: 1, kind: 'k', tries: 5, doc: 3 });
    await engine.complete(await engine.activateOne('k'), { result: 7 });
    expect(engine.variables(instance)).to.deep.include({ out: 7, doc: null });
  });

  it('hands a job only the variables asked for', async () => {
    await engine.deploy(fixture('service-task.bpmn'));
    await engine.create('service-task', { x: 1, secret: 's' });
    const [job] = await engine.activate('task', { fetchVariables: ['x', 'absent'] });
    expect(job?.value.variables).to.deep.equal({ x: 1 });
  });

  it('becomes an incident when its type is not a text, and goes on when that is resolved', async () => {
    await engine.deploy(fixture('service-task.bad-type.bpmn'));
    const instance = await engine.create('bad-type', { kind: 5 });
    const [incident] = engine.incidents();
    expect(incident?.value.errorType).to.equal('EXTRACT_VALUE_ERROR');
    expect(incident?.value.errorMessage).to.equal(
      `Expected result of the expression 'kind' to be 'STRING', but was 'NUMBER'.`,
    );

    await engine.setVariables(instance, { kind: 'good' });
    await engine.resolve(incident?.key ?? -1);
    await engine.completeOne('good');

    expect(engine.incidents()).to.be.empty;
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('bad-type');
  });

  it('becomes an incident when an input mapping fails', async () => {
    await engine.deploy(fixture('service-task.io-error.bpmn'));
    const instance = await engine.create('io-error');
    const [incident] = engine.incidents();
    expect(incident?.value).to.include({ errorType: 'IO_MAPPING_ERROR', elementId: 'task' });

    await engine.setVariables(instance, { x: 1 });
    await engine.resolve(incident?.key ?? -1);
    await engine.completeOne('task');

    expect(engine.elements('ELEMENT_COMPLETED')).to.include('io-error');
  });

  it('is cancelled with its process instance', async () => {
    await engine.deploy(fixture('service-task.bpmn'));
    await engine.cancel(await engine.create('service-task', { x: 1 }));
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['task', 'service-task']);
    expect(engine.recordsOf('JOB', 'CANCELED')).to.have.length(1);
    expect(await engine.activate('task')).to.be.empty;
  });
});
