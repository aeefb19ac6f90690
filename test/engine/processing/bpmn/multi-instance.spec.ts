import { expect } from 'chai';
import { bpmnXml, executable, flow } from '../../model/bpmn-xml.js';
import { EngineHarness } from '../../support/engine-harness.js';
import { fixture } from '../../support/fixture.js';
import { current, rebuild } from '../../support/rebuilt-state.js';

const MANY = 10_000;
const many = Array.from({ length: MANY }, (_, index) => index);

function process(tag: string, extensions: string, { sequential = false, outputs = '' } = {}): string {
  const loop = `<zeebe:loopCharacteristics inputCollection="=items" inputElement="item" ${outputs}/>`;
  const marker =
    `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}">` +
    `<bpmn:extensionElements>${loop}</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
  return bpmnXml(
    executable(
      'p',
      `<bpmn:startEvent id="s"/>${flow('f', 's', 'x')}` +
        `<bpmn:${tag} id="x"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${marker}</bpmn:${tag}>` +
        `${flow('g', 'x', 'e')}<bpmn:endEvent id="e"/>`,
    ),
  );
}

const job = '<zeebe:taskDefinition type="work"/>';

describe('multi-instance', () => {
  let engine: EngineHarness;
  afterEach(() => engine.close());

  it('collects what nested loops bring', async () => {
    engine = await EngineHarness.inMemory();
    await engine.deploy(fixture('multi-instance.bpmn'));
    const key = await engine.create('multi-instance', { rows: [[1, 2], [], [3]] });
    for (let left = 2; left > 0; left -= 1) {
      for (const { key: jobKey, value } of await engine.activate('cell')) {
        await engine.complete({ key: jobKey, value }, { result: Number(value.variables['cell']) * 10 });
      }
    }
    expect(engine.elements('ELEMENT_COMPLETED').at(-1)).to.equal('multi-instance');
    expect(engine.variables(key)['sums']).to.deep.equal([[10, 20], [], [30]]);
    expect(current(engine.door)).to.deep.equal(rebuild(engine.door));
  });

  for (const sequential of [false, true]) {
    it(`runs ${MANY} script tasks, ${sequential ? 'one after another' : 'in parallel'}`, async function many10000() {
      this.timeout(120_000);
      engine = await EngineHarness.inMemory();
      const script = '<zeebe:script expression="=item + 1" resultVariable="last"/>';
      await engine.deployResources({ name: 'p.bpmn', text: process('scriptTask', script, { sequential }) });
      const variables = await engine.createAndAwait('p', { items: many }, ['last']);
      expect(variables).to.deep.equal({ last: MANY });
    });
  }

  it(`gives ${MANY} jobs out, and cancels them`, async function cancels() {
    this.timeout(120_000);
    engine = await EngineHarness.inMemory();
    await engine.deployResources({ name: 'p.bpmn', text: process('serviceTask', job) });
    const key = await engine.create('p', { items: many });
    const started = (): number => engine.recordsOf('JOB', 'CREATED').length;
    while (started() < MANY) await engine.settle();
    await engine.cancel(key);
    while (engine.elements('ELEMENT_TERMINATED').at(-1) !== 'p') await engine.settle();
    expect(engine.recordsOf('JOB', 'CANCELED')).to.have.length(MANY);
    expect(await engine.activate('work')).to.deep.equal([]);
  });

  it('goes on after a stop in the middle of the start of its instances', async function goesOn() {
    this.timeout(60_000);
    engine = await EngineHarness.onDisk();
    await engine.deployResources({ name: 'p.bpmn', text: process('serviceTask', job) });
    await engine.create('p', { items: many.slice(0, 1_000) });
    const before = engine.recordsOf('JOB', 'CREATED').length;
    await engine.restart();
    while (engine.recordsOf('JOB', 'CREATED').length < 1_000) await engine.settle();
    expect(before).to.be.lessThan(1_000);
    const jobs = await engine.activate('work', { max: 1_000, fetchVariables: ['loopCounter'] });
    const counters = jobs.map(({ value }) => value.variables['loopCounter']);
    expect(new Set(counters)).to.have.property('size', 1_000);
    for (const one of jobs) await engine.complete(one);
    expect(engine.elements('ELEMENT_COMPLETED').at(-1)).to.equal('p');
  });

  it('collects the outputs of a thousand instances', async function collects() {
    this.timeout(60_000);
    engine = await EngineHarness.inMemory();
    const script = '<zeebe:script expression="=item * 2" resultVariable="double"/>';
    const outputs = 'outputCollection="doubles" outputElement="=double"';
    await engine.deployResources({ name: 'p.bpmn', text: process('scriptTask', script, { outputs }) });
    const variables = await engine.createAndAwait('p', { items: many.slice(0, 1_000) }, ['doubles']);
    expect(variables).to.deep.equal({ doubles: many.slice(0, 1_000).map((item) => item * 2) });
  });
});
