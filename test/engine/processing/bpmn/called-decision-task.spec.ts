import { expect } from 'chai';
import { decision, dmnXml, literal } from '../../dmn/dmn-xml.js';
import { around, bpmnXml, executable } from '../../model/bpmn-xml.js';
import { EngineHarness } from '../../support/engine-harness.js';
import { current, rebuild } from '../../support/rebuilt-state.js';

const CALLED =
  '<bpmn:businessRuleTask id="x"><bpmn:extensionElements><zeebe:calledDecision decisionId="d" resultVariable="r"/></bpmn:extensionElements></bpmn:businessRuleTask>';

describe('called decisions', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await EngineHarness.onDisk();
  });
  afterEach(() => engine.close());

  it('are there after a restart, and when the state is rebuilt from the log', async () => {
    const graph = (text: string): string =>
      dmnXml(decision('d', literal('b + 1'), ['b']) + decision('b', literal(text)));
    await engine.deployResources(
      { name: 'd.dmn', text: graph('1') },
      { name: 'p.bpmn', text: bpmnXml(executable('p', around(CALLED))) },
    );
    await engine.deployResources({ name: 'd.dmn', text: graph('41') });
    await engine.restart();
    await engine.create('p');
    const values = engine
      .records()
      .filter(({ valueType, intent }) => valueType === 'DECISION_EVALUATION' && intent === 'EVALUATED')
      .map(({ value }) => value as { decisionOutput: string; decisionVersion: number });
    expect(values.map(({ decisionOutput, decisionVersion }) => [decisionOutput, decisionVersion])).to.deep.equal([
      ['42', 2],
    ]);
    expect(rebuild(engine.door)).to.deep.equal(current(engine.door));
  });
});
