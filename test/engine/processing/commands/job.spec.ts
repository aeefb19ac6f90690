import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';
import { rejectionOf } from '../../support/rejection-of.js';

const MINUTE = 60_000;

describe('job commands', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
    await engine.deploy(fixture('service-task.bpmn'));
  });
  afterEach(() => engine.close());

  it('a failed job with retries can be activated again, at once or after its back-off', async () => {
    await engine.create('service-task', { x: 1 });
    await engine.fail(await engine.activateOne('task'), { retries: 2, errorMessage: 'first' });
    const second = await engine.activateOne('task');
    expect(second.value).to.include({ retries: 2, errorMessage: 'first' });

    await engine.fail(second, { retries: 1, retryBackoff: MINUTE });
    expect(await engine.activate('task')).to.be.empty;
    await engine.advance(MINUTE - 1);
    expect(await engine.activate('task')).to.be.empty;
    await engine.advance(1);
    expect((await engine.activateOne('task')).value.retries).to.equal(1);
  });

  it('a failure without a back-off, or without retries to back off for, tells no time of recurrence', async () => {
    await engine.create('service-task', { x: 1 });
    await engine.fail(await engine.activateOne('task'), { retries: 2 });
    await engine.fail(await engine.activateOne('task'), { retries: 0, retryBackoff: MINUTE });
    const times = engine.recordsOf('JOB', 'FAILED').map(({ value }) => value.recurringTime);
    expect(times).to.deep.equal([-1, -1]);
  });

  it('variables of a failure are seen by the next try, and only there', async () => {
    const instance = await engine.create('service-task', { x: 1 });
    await engine.fail(await engine.activateOne('task'), { retries: 2, variables: { hint: 'h' } });
    expect((await engine.activateOne('task')).value.variables).to.deep.equal({ x: 1, local: 1, hint: 'h' });
    expect(engine.variables(instance)).to.deep.equal({ x: 1 });
  });

  it('a job without retries left is an incident until retries are given and it is resolved', async () => {
    await engine.create('service-task', { x: 1 });
    const job = await engine.activateOne('task');
    await engine.fail(job, { retries: 0, errorMessage: 'boom' });
    const [incident] = engine.incidents();
    expect(incident?.value).to.include({ errorType: 'JOB_NO_RETRIES', errorMessage: 'boom', jobKey: job.key });

    await engine.updateRetries(job.key, 3);
    expect(await engine.activate('task')).to.be.empty;
    await engine.resolve(incident?.key ?? -1);
    await engine.completeOne('task');
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('service-task');
  });

  it('a job whose worker is silent times out and can be activated again', async () => {
    await engine.create('service-task', { x: 1 });
    const [job] = await engine.activate('task', { timeout: MINUTE });
    await engine.updateTimeout(job?.key ?? -1, 2 * MINUTE);
    await engine.advance(MINUTE);
    expect(await engine.activate('task')).to.be.empty;
    await engine.advance(MINUTE);
    await engine.completeOne('task');
    expect(engine.recordsOf('JOB', 'TIMED_OUT')).to.have.length(1);
  });

  it('an error that nobody catches is an incident', async () => {
    await engine.create('service-task', { x: 1 });
    const job = await engine.activateOne('task');
    await engine.throwError(job, 'BAD', {}, 'why');
    const [incident] = engine.incidents();
    expect(incident?.value).to.include({
      errorType: 'UNHANDLED_ERROR_EVENT',
      elementId: 'NO_CATCH_EVENT_FOUND',
      jobKey: job.key,
    });
    await engine.updateRetries(job.key, 2);
    await engine.resolve(incident?.key ?? -1);
    await engine.completeOne('task');
    // The differential test found it: Zeebe's job goes by the other id until its incident is resolved.
    expect(engine.recordsOf('JOB', 'RETRIES_UPDATED')[0]?.value).to.include({ elementId: 'NO_CATCH_EVENT_FOUND' });
    expect(engine.recordsOf('JOB', 'COMPLETED')[0]?.value).to.include({ elementId: 'task' });
  });

  it('a job that nobody has activated can be failed', async () => {
    await engine.create('service-task', { x: 1 });
    const [created] = engine.recordsOf('JOB', 'CREATED');
    if (!created) throw new Error('no job');
    await engine.fail(created, { retries: 0, errorMessage: 'boom' });
    expect(engine.incidents()).to.have.length(1);
    expect(await engine.activate('task')).to.be.empty;
  });

  it('jobs are handed out in order, as many as asked for, each once', async () => {
    for (let x = 0; x < 5; x += 1) await engine.create('service-task', { x });
    const first = await engine.activate('task', { max: 2 });
    const rest = await engine.activate('task', { max: 10 });
    expect([...first, ...rest].map(({ value }) => value.variables['x'])).to.deep.equal([0, 1, 2, 3, 4]);
    expect(first).to.have.length(2);
  });

  it('an answer holds no more than a client takes; what is left is handed out next', async () => {
    const text = 'x'.repeat(1_000_000);
    for (let x = 0; x < 3; x += 1) await engine.create('service-task', { x: text });
    const result = await engine.door.activateJobs({
      type: 'task',
      worker: 'w',
      timeout: MINUTE,
      maxJobsToActivate: 10,
      fetchVariables: ['x'],
    });
    expect(result.ok && { jobs: result.jobs.length, truncated: result.truncated }).to.deep.equal({
      jobs: 1,
      truncated: true,
    });
    expect(await engine.activate('task', { fetchVariables: ['local'] })).to.not.be.empty;
  });

  it('calls back when jobs of the type can be activated', async () => {
    let calls = 0;
    const stop = engine.door.onJobsAvailable('task', () => (calls += 1));
    await engine.create('service-task', { x: 1 });
    expect(calls).to.equal(1);
    stop();
    await engine.create('service-task', { x: 1 });
    expect(calls).to.equal(1);
  });

  it('what cannot be done is refused in Zeebe’s words', async () => {
    await engine.create('service-task', { x: 1 });
    const job = await engine.activateOne('task');
    await engine.fail(job, { retries: 0 });
    const ghost = { ...job, key: 123 };
    expect(await rejectionOf(engine.complete(ghost))).to.equal(
      "NOT_FOUND: Expected to complete job with key '123', but no such job was found",
    );
    expect(await rejectionOf(engine.complete(job))).to.equal(
      `INVALID_STATE: Expected to complete job with key '${job.key}', but it is in state 'FAILED'`,
    );
    expect(await rejectionOf(engine.fail(ghost, { retries: 1 }))).to.match(/^NOT_FOUND: Expected to fail job/);
    expect(await rejectionOf(engine.updateRetries(job.key, 0))).to.equal(
      `INVALID_ARGUMENT: Expected to update retries for job with key '${job.key}' with a positive amount of retries, but the amount given was '0'`,
    );
    expect(await rejectionOf(engine.activate(''))).to.equal(
      'INVALID_ARGUMENT: Expected to activate job batch with type to be present, but it was blank',
    );
    expect(await rejectionOf(engine.activate('task', { max: 0 }))).to.match(/^INVALID_ARGUMENT: .*but it was '0'$/);
  });
});
