import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';

describe('sub-process', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });
  afterEach(() => engine.close());

  beforeEach(async () => {
    await engine.deploy(fixture('sub-process.bpmn'));
  });

  it('runs within its scope and goes on when nothing is active in it', async () => {
    const instance = await engine.create('sub-process', { x: 1 });
    await engine.completeOne('inner', { fail: false, local: 5 });
    expect(engine.elements('ELEMENT_COMPLETED').slice(-4)).to.deep.equal(['sub-end', 'sub', 'end', 'sub-process']);
    expect(engine.variables(instance)).to.deep.equal({ x: 1, fail: false });
  });

  it('is ended by an error thrown in it', async () => {
    await engine.create('sub-process', { x: 1 });
    await engine.completeOne('inner', { fail: true });
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['sub-error', 'sub']);
    expect(engine.elements('ELEMENT_COMPLETED')).to.include.members(['caught', 'end-caught', 'sub-process']);
  });

  it('is ended by an error of a job in it', async () => {
    await engine.create('sub-process', { x: 1 });
    await engine.throwError(await engine.activateOne('inner'), 'BAD');
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['inner', 'sub']);
    expect(engine.elements('ELEMENT_COMPLETED')).to.include('end-caught');
  });

  it('is cancelled from the inside out', async () => {
    await engine.cancel(await engine.create('sub-process', { x: 1 }));
    expect(engine.elements('ELEMENT_TERMINATED')).to.deep.equal(['inner', 'sub', 'sub-process']);
  });
});
