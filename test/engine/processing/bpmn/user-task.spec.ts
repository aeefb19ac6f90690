import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';

describe('user task on a job', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('carries assignment and form in the reserved headers', async () => {
    await engine.deploy(fixture('user-task.bpmn'));
    await engine.create('user-task', { who: 'me' });
    const job = await engine.activateOne('io.camunda.zeebe:userTask');
    expect(job.value.customHeaders).to.deep.equal({
      'io.camunda.zeebe:assignee': 'me',
      'io.camunda.zeebe:candidateGroups': '["a","b"]',
      'io.camunda.zeebe:candidateUsers': '["u1"]',
      'io.camunda.zeebe:formKey': 'form-1',
    });
  });
});

describe('manual and undefined task', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  it('pass', async () => {
    await engine.deploy(fixture('manual-task.bpmn'));
    expect(await engine.createAndAwait('manual-task', { a: 1, b: 2 })).to.deep.equal({ a: 1, b: 2 });
    expect(await engine.createAndAwait('manual-task', { a: 1, b: 2 }, ['a'])).to.deep.equal({ a: 1 });
  });
});
