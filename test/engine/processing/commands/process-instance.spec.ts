import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';
import { rejectionOf } from '../../support/rejection-of.js';

describe('process instance commands', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('start the latest version, a stated one, or one by its key', async () => {
    await engine.deploy(fixture('service-task.bpmn'));
    const text = readFileSync(fixture('service-task.bpmn'), 'utf8');
    const changed = { name: 'service-task.bpmn', text: `${text}\n` };
    const other = { name: 'three-tasks.bpmn', text: readFileSync(fixture('three-tasks.bpmn'), 'utf8') };
    const second = await engine.deployResources(changed, other);
    expect(second.processesMetadata.map(({ version }) => version)).to.deep.equal([2, 1]);
    await engine.create('service-task', { x: 1 });
    await engine.create('service-task', { x: 1 }, 1);
    const jobs = await engine.activate('task');
    expect(jobs.map(({ value }) => value.processDefinitionVersion)).to.deep.equal([2, 1]);
  });

  it('refuse what is not there', async () => {
    await engine.deploy(fixture('service-task.bpmn'), fixture('start-event.message.bpmn'));
    expect(await rejectionOf(engine.create('nope'))).to.equal(
      "NOT_FOUND: Expected to find process definition with process ID 'nope', but none found",
    );
    expect(await rejectionOf(engine.create('service-task', {}, 9))).to.equal(
      "NOT_FOUND: Expected to find process definition with process ID 'service-task' and version '9', but none found",
    );
    expect(await rejectionOf(engine.create('message-start'))).to.equal(
      'INVALID_STATE: Expected to create instance of process with none start event, but there is no such event',
    );
    expect(await rejectionOf(engine.cancel(5))).to.equal(
      "NOT_FOUND: Expected to cancel a process instance with key '5', but no such process was found",
    );
  });

  it('do not cancel a called process by itself', async () => {
    await engine.deploy(fixture('call-activity.bpmn'), fixture('call-activity.called.bpmn'));
    const root = await engine.create('call-activity', { x: 1 });
    const called = (await engine.activateOne('work')).value.processInstanceKey;
    expect(await rejectionOf(engine.cancel(called))).to.equal(
      `INVALID_STATE: Expected to cancel a process instance with key '${called}', but it is created by a parent process instance. Cancel the root process instance '${root}' instead.`,
    );
  });

  it('end more children than one batch terminates', async () => {
    await engine.deploy(fixture('boundary-event.message.bpmn'), fixture('boundary-event.timer.bpmn'));
    const instance = await engine.create('boundary-timer');
    await engine.advance(11 * 60_000);
    await engine.advance(10 * 60_000);
    await engine.cancel(instance);
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['task', 'reminder', 'reminder', 'boundary-timer']);
  });

  it('set variables where they are found outwards, or in the scope itself', async () => {
    await engine.deploy(fixture('service-task.bpmn'));
    const instance = await engine.create('service-task', { x: 1 });
    const job = await engine.activateOne('task');
    const task = job.value.elementInstanceKey;
    await engine.setVariables(task, { local: 9, x: 3, fresh: 1 });
    await engine.setVariables(task, { only: 1 }, 'LOCAL');
    expect(engine.variables(task)).to.deep.equal({ local: 9, only: 1 });
    expect(engine.variables(instance)).to.deep.equal({ x: 3, fresh: 1 });
    // A value that a scope has already does not stop there: the differential test saw it go on outwards in Zeebe.
    await engine.setVariables(task, { local: 9 });
    expect(engine.variables(instance)).to.deep.equal({ x: 3, fresh: 1, local: 9 });
    await engine.complete(job, { x: 4, only: 2 });
    expect(engine.variables(instance)).to.deep.equal({ x: 4, fresh: 1, local: 9 });
    expect(await rejectionOf(engine.setVariables(task, {}))).to.equal(
      `NOT_FOUND: Expected to update variables for element with key '${task}', but no such element was found`,
    );
  });
});

describe('deployment', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('of what is there already is the same version', async () => {
    const first = await engine.deploy(fixture('service-task.bpmn'));
    const again = await engine.deploy(fixture('service-task.bpmn'));
    expect(first.processesMetadata[0]).to.include({ version: 1, isDuplicate: false });
    expect(again.processesMetadata).to.deep.equal([{ ...first.processesMetadata[0], isDuplicate: true }]);
    expect(engine.recordsOf('PROCESS', 'CREATED')).to.have.length(1);
  });

  it('keeps forms with id and version', async () => {
    const form = (components: unknown[]) => ({ name: 'a.form', text: JSON.stringify({ id: 'form-a', components }) });
    const first = await engine.deployResources(form([]));
    const second = await engine.deployResources(form([{ type: 'text' }]));
    const again = await engine.deployResources(form([{ type: 'text' }]));
    expect(first.formMetadata[0]).to.include({ formId: 'form-a', version: 1, isDuplicate: false });
    expect(second.formMetadata[0]).to.include({ version: 2, isDuplicate: false });
    expect(again.formMetadata[0]).to.include({ version: 2, isDuplicate: true });
  });

  it('is refused as a whole when one resource is wrong', async () => {
    const text = 'no xml';
    const refused = rejectionOf(
      engine.deployResources({ name: 'wrong.bpmn', text }, { name: 'a.form', text: '{"id":"f"}' }),
    );
    expect(await refused).to.match(
      /^INVALID_ARGUMENT: Expected to deploy new resources, but encountered the following errors:\n'wrong.bpmn'/,
    );
    expect(engine.recordsOf('FORM', 'CREATED')).to.be.empty;
  });
});
