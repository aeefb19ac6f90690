import { expect } from 'chai';
import { around, bpmnXml, executable } from '../../model/bpmn-xml.js';
import { EngineHarness } from '../../support/engine-harness.js';

const FEEL = '<zeebe:script expression="=q + 1" resultVariable="r"/>';

describe('script, send and business rule task', () => {
  let engine: EngineHarness;

  beforeEach(async () => {
    engine = await EngineHarness.inMemory();
  });

  afterEach(() => engine.close());

  const deploy = (tag: string, extensions: string) => {
    const element = `<bpmn:${tag} id="x"><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:${tag}>`;
    return engine.deployResources({ name: 'p.bpmn', text: bpmnXml(executable('p', around(element))) });
  };

  const refusal = (tag: string, extensions: string): Promise<string> =>
    deploy(tag, extensions).then(
      () => 'none',
      (error: Error) => error.message,
    );

  it('keeps the value of a script in the process', async () => {
    await deploy('scriptTask', FEEL);
    const key = await engine.create('p', { q: 1 });
    expect(engine.variables(key)).to.deep.equal({ q: 1, r: 2 });
    expect(engine.elements('ELEMENT_COMPLETED')).to.deep.equal(['start', 'x', 'end', 'p']);
  });

  it('keeps the value of a script to itself where output mappings say what goes out', async () => {
    const mappings =
      '<zeebe:ioMapping><zeebe:input source="=z" target="q"/><zeebe:output source="=r" target="out"/></zeebe:ioMapping>';
    await deploy('scriptTask', FEEL + mappings);
    const key = await engine.create('p', { z: 1 });
    expect(engine.variables(key)).to.deep.equal({ z: 1, out: 2 });
  });

  it('raises an incident for a script that fails and runs it again when that is resolved', async () => {
    await deploy('scriptTask', '<zeebe:script expression="=assert(z, z != null)" resultVariable="r"/>');
    const key = await engine.create('p');
    const [incident] = engine.incidents();
    expect(incident?.value.errorType).to.equal('EXTRACT_VALUE_ERROR');
    expect(incident?.value.errorMessage).to.match(
      /^Assertion failure on evaluate the expression 'assert\(z, z != null\)': The condition is not fulfilled/,
    );
    await engine.setVariables(key, { z: 5 });
    await engine.resolve(incident?.key ?? -1);
    expect(engine.variables(key)).to.deep.equal({ z: 5, r: 5 });
  });

  for (const [tag, elementType, own] of [
    ['sendTask', 'SEND_TASK', 'publishMessage'],
    ['scriptTask', 'SCRIPT_TASK', 'script'],
    ['businessRuleTask', 'BUSINESS_RULE_TASK', 'calledDecision'],
  ] as const) {
    it(`waits for the job of a ${tag} with a task definition`, async () => {
      await deploy(tag, '<zeebe:taskDefinition type="work"/>');
      const key = await engine.create('p');
      const [activated] = engine
        .recordsOf('PROCESS_INSTANCE', 'ELEMENT_ACTIVATED')
        .filter(({ value }) => value.elementId === 'x');
      expect(activated?.value.bpmnElementType).to.equal(elementType);
      await engine.completeOne('work', { a: 1 });
      expect(engine.variables(key)).to.deep.equal({ a: 1 });
      expect(engine.elements('ELEMENT_COMPLETED')).to.include('p');
    });

    it(`refuses a ${tag} with neither or two of its definitions`, async () => {
      const expected = `Must have either one 'zeebe:${own}' or one 'zeebe:taskDefinition' extension element`;
      const definition = '<zeebe:taskDefinition type="work"/>';
      expect(await refusal(tag, '')).to.contain(expected);
      expect(await refusal(tag, definition + definition)).to.contain(expected);
    });
  }

  it('refuses a script without result variable, and one that is no FEEL', async () => {
    expect(await refusal('scriptTask', '<zeebe:script expression="=1"/>')).to.contain(
      "- Element: x > extensionElements > script\n    - ERROR: Attribute 'resultVariable' must be present and not empty",
    );
    expect(await refusal('scriptTask', '<zeebe:script expression="1" resultVariable="r"/>')).to.contain(
      "Expected expression but found static value '1'. An expression must start with '=' (e.g. '=1').",
    );
  });
});
