import { expect } from 'chai';
import { bpmnXml, executable, flow, serviceTask } from '../../model/bpmn-xml.js';
import { EngineHarness } from '../../support/engine-harness.js';

const HOUR = 3_600_000;
const SIGNAL = '<bpmn:signal id="sig" name="alarm"/>';

/** A process whose task begins by each of the definitions. */
function startedBy(...definitions: string[]): { name: string; text: string } {
  const starts = definitions.map(
    (definition, index) =>
      `<bpmn:startEvent id="s${index}">${definition}</bpmn:startEvent>${flow(`f${index}`, `s${index}`, 'x')}`,
  );
  return { name: 'p.bpmn', text: bpmnXml(executable('p', starts.join('') + serviceTask('x')), SIGNAL) };
}

const timer = (cycle: string): string =>
  `<bpmn:timerEventDefinition><bpmn:timeCycle>${cycle}</bpmn:timeCycle></bpmn:timerEventDefinition>`;
const signal = '<bpmn:signalEventDefinition signalRef="sig"/>';

describe('timer and signal start events', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.onDisk();
  });
  afterEach(() => engine.close());

  const broadcast = (variables: Record<string, unknown>): Promise<unknown> =>
    engine.execute('SIGNAL', 'BROADCAST', -1, { signalName: 'alarm', variables, tenantId: '<default>' });

  it('start instances after a restart of the engine, side by side with a none start event', async () => {
    await engine.deployResources(startedBy('', timer('R2/PT1H'), signal));
    await engine.restart();
    await engine.advance(HOUR);
    await engine.restart();
    await broadcast({ level: 2 });
    await engine.create('p', { level: 3 });
    const jobs = await engine.activate('work');
    expect(jobs.map(({ value }) => value.variables['level'])).to.deep.equal([undefined, 2, 3]);
    await engine.advance(HOUR);
    await engine.advance(HOUR);
    // The three from before, whose activations timed out, and the timer's second.
    expect(await engine.activate('work')).to.have.length(4);
  });

  it('are those of the latest version only', async () => {
    await engine.deployResources(startedBy('', timer('R/PT1H'), signal));
    await engine.deployResources(startedBy('', timer('R/PT2H')));
    await engine.advance(HOUR);
    await broadcast({});
    expect(await engine.activate('work')).to.deep.equal([]);
    await engine.advance(HOUR);
    expect((await engine.activateOne('work')).value.processDefinitionVersion).to.equal(2);
  });

  it('starts once for all that came due while the engine was away, and goes on from now', async () => {
    await engine.deployResources(startedBy(timer('R/PT1H')));
    await engine.advance(4 * HOUR);
    expect(await engine.activate('work')).to.have.length(1);
    const [first, second] = engine.recordsOf('TIMER', 'CREATED').map(({ value }) => value.dueDate);
    expect(second! - first!).to.equal(4 * HOUR);
  });
});
