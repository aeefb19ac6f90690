import { expect } from 'chai';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';
import { current, rebuild } from '../../support/rebuilt-state.js';

describe('event sub-process', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.onDisk();
    await engine.deploy(fixture('event-sub-process.bpmn'));
  });
  afterEach(() => engine.close());

  it('runs beside its scope as often as it is called, and the scope waits for it', async () => {
    const key = await engine.create('event-sub-process', { key: 'k' });
    await engine.publish('note', 'k', { variables: { n: 1 } });
    await engine.publish('note', 'k', { variables: { n: 2 } });
    await engine.completeOne('work');
    const notes = await engine.activate('inner');
    expect(notes.map(({ value }) => value.elementId)).to.deep.equal(['noted-task', 'noted-task']);
    for (const note of notes) await engine.complete(note);
    expect(engine.elements('ELEMENT_COMPLETED').at(-1)).to.equal('event-sub-process');
    expect(engine.variables(key)['n']).to.equal(2);
  });

  it('ends all in its scope before it begins, through a restart too', async () => {
    await engine.create('event-sub-process', { key: 'k' });
    await engine.publish('note', 'k');
    await engine.publish('stop', 'k');
    expect(engine.elements('ELEMENT_TERMINATED')).to.have.members(['sub-work', 'noted-task', 'noted', 'sub']);
    expect(current(engine.door)).to.deep.equal(rebuild(engine.door));
    await engine.restart();
    await engine.publish('stop', 'k');
    await engine.completeOne('inner');
    expect(engine.elements('ELEMENT_COMPLETED').slice(-2)).to.deep.equal(['stopped', 'event-sub-process']);
  });

  it('takes an error of its scope', async () => {
    await engine.create('event-sub-process', { key: 'k' });
    await engine.throwError(await engine.activateOne('work'), 'BAD');
    await engine.completeOne('inner');
    expect(engine.elements('ELEMENT_COMPLETED').slice(-4)).to.deep.equal(['failed', 'sub', 'end', 'event-sub-process']);
  });
});
