import { around, bpmnXml, executable } from '../engine/model/bpmn-xml.js';
import { decision, dmnXml, literal, table } from '../engine/dmn/dmn-xml.js';
import { conformance, scenario } from './support/scenario.js';
import type { Run } from './support/run.js';

const LETTERS = [
  ['>= 1', '"a"'],
  ['>= 2', '"b"'],
  ['>= 3', '"c"'],
];
const NUMBERS = [
  ['>= 1', '10'],
  ['>= 2', '5'],
  ['>= 3', '7.5'],
];

/** One file with the decisions in it. */
const graph = (...bodies: string[]): string => dmnXml(bodies.join(''), '@g');
const deploy = (run: Run, ...bodies: string[]): Promise<void> => run.deployResources({ 'a.dmn': graph(...bodies) });

const task = (attributes: string, more = ''): string =>
  around(
    `<bpmn:businessRuleTask id="x"><bpmn:extensionElements><zeebe:calledDecision ${attributes}/>${more}</bpmn:extensionElements></bpmn:businessRuleTask>`,
  );
const rule = task('decisionId="@d" resultVariable="r"');
const entry = (name: string, logic: string): string =>
  `<contextEntry>${name && `<variable name="${name}"/>`}${logic}</contextEntry>`;
const model = `<businessKnowledgeModel id="bk" name="double"><encapsulatedLogic><formalParameter name="x" typeRef="number"/>${literal('x * 2')}</encapsulatedLogic></businessKnowledgeModel>`;
const needs = '<knowledgeRequirement id="k"><requiredKnowledge href="#bk"/></knowledgeRequirement>';
const process = bpmnXml(executable('@p', around('<bpmn:task id="x"/>')));

conformance('decisions', [
  ...['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'].map((policy) =>
    scenario(`hit policy ${policy}`, async (run) => {
      await deploy(run, table('@d', ['x'], ['r'], LETTERS, { policy, values: '"c","b","a"' }));
      for (const x of [0, 1, 3]) await run.decide('@d', { x });
    }),
  ),
  ...['SUM', 'MIN', 'MAX', 'COUNT'].map((aggregation) =>
    scenario(`aggregation ${aggregation}`, async (run) => {
      await deploy(run, table('@d', ['x'], ['r'], NUMBERS, { policy: 'COLLECT', aggregation }));
      for (const x of [0, 3]) await run.decide('@d', { x });
    }),
  ),
  scenario('a sum of texts fails', async (run) => {
    await deploy(run, table('@d', ['x'], ['r'], LETTERS, { policy: 'COLLECT', aggregation: 'SUM' }));
    await run.decide('@d', { x: 3 });
  }),
  scenario('several outputs, and default outputs', async (run) => {
    const outputs = ['one', 'two', 'three', 'four', 'five', 'six'];
    await deploy(run, table('@d', ['x'], outputs, [['1', '1', '2', '3', '4', '5', 'x']], { otherwise: 'x' }));
    for (const x of [1, 2]) await run.decide('@d', { x });
  }),
  scenario('values of every kind come out as JSON', async (run) => {
    const values = [
      'date("2020-01-01")',
      'date and time("2020-01-01T10:00:00Z")',
      'duration("P1D")',
      '{a: [1, {b: null}]}',
    ];
    await deploy(run, table('@d', ['x'], ['a', 'b', 'c', 'd'], [['-', ...values]]));
    await run.decide('@d', { x: [1, { y: null }] });
    await run.decide('@d');
  }),
  scenario('what is required is evaluated first, each time', async (run) => {
    const named = (name: string): string => `<variable name="${name}"/>`;
    await deploy(
      run,
      decision('@d', literal('left + right'), ['@l', '@r']),
      decision('@l', literal('base + 1'), ['@b'], named('left')),
      decision('@r', literal('base + q'), ['@b'], named('right')),
      decision('@b', literal('1'), [], named('base')),
    );
    await run.decide('@d', { q: 2 });
    await run.decide('@d');
  }),
  scenario('a required decision that fails', async (run) => {
    await deploy(run, decision('@d', literal('1'), ['@t']), table('@t', ['x'], ['s'], LETTERS));
    await run.decide('@d', { x: 2 });
  }),
  scenario('business knowledge models', async (run) => {
    const invocation = `<invocation>${literal('double')}<binding><parameter name="x"/>${literal('q')}</binding></invocation>`;
    await deploy(
      run,
      model,
      decision('@d', literal('[double(q), double(x: q), double()]'), [], needs),
      decision('@i', invocation, [], needs.replace('"k"', '"k2"')),
    );
    for (const id of ['@d', '@i']) for (const q of [4, 'a', null]) await run.decide(id, { q });
  }),
  scenario('boxed expressions', async (run) => {
    const list = `<list>${literal('1')}${literal('q')}</list>`;
    const relation = `<relation><column name="u"/><column name="v"/><row>${literal('q')}${literal('2')}</row></relation>`;
    const doubling = `<functionDefinition><formalParameter name="x"/>${literal('x * 2')}</functionDefinition>`;
    await deploy(
      run,
      decision('@d', `<context>${entry('a', list)}${entry('b', literal('a[1] + 1'))}${entry('c', relation)}</context>`),
      decision('@f', `<context>${entry('f', doubling)}${entry('', literal('f(q)'))}</context>`),
      decision('@l', list),
      decision('@r', relation),
    );
    for (const id of ['@d', '@f', '@l', '@r']) await run.decide(id, { q: 7 });
  }),
  scenario('the type of a result is checked', async (run) => {
    await deploy(run, decision('@d', literal('x'), [], '<variable name="v" typeRef="string"/>'));
    for (const x of ['a', 1, [1, 'a'], null]) await run.decide('@d', { x });
  }),
  scenario('what is refused at deployment', async (run) => {
    const bodies = [
      table('@d', ['x'], ['r', 's'], [['-', '1', '2']], { policy: 'COLLECT', aggregation: 'SUM' }),
      decision('@d', literal('1'), ['@e']) + decision('@e', literal('1'), ['@d']),
      decision('@d', literal('1'), ['none']),
      decision('@d', ''),
      decision('@d', '<literalExpression expressionLanguage="juel"><text>1</text></literalExpression>'),
      decision('@d', `<invocation>${literal('b')}</invocation>`),
      decision('@d', `<relation><column name="a"/><row/></relation>`),
    ];
    for (const body of bodies) await deploy(run, body);
    const one = graph(decision('@d', literal('1')));
    await run.deployResources({ 'a.dmn': one, 'b.dmn': one.replace('id="@g"', 'id="@h"') });
    await run.deployResources({ 'a.dmn': one, 'b.dmn': one.replaceAll('@d', '@e') });
  }),
  scenario('versions of decisions, each resource by itself', async (run) => {
    const files = (text: string, other = process): Record<string, string> => ({
      'a.dmn': graph(decision('@d', literal(text))),
      'p.bpmn': other,
      'f.form': '{"id":"@f","components":[]}',
      'q.bpmn': process.replaceAll('@p', '@q'),
    });
    await run.deployResources(files('1'));
    await run.deployResources(files('1'));
    await run.deployResources(files('2'));
    await run.deployResources(files('2', process.replace('id="x"', 'id="x" name="y"')));
    await run.decide('@d');
    await run.deployResources({ 'b.dmn': graph(decision('@d', literal('3'))).replace('@g', '@h') });
    await run.decide('@d');
    await run.deployResources({ 'a.dmn': graph(decision('@d', literal('2'))) });
    await run.decide('@d');
  }),
  scenario('a decision by its key, and decisions that are not there', async (run) => {
    const answer = (await run.call('deploy', 'DeployResource', {
      resources: [
        { name: 'k.dmn', content: Buffer.from(graph(decision('@d', literal('x + 1'))).replaceAll('@', run.id)) },
      ],
    })) as { deployments: { decision?: { decisionKey: string } }[] };
    const key = answer.deployments[0]?.decision?.decisionKey;
    await run.call('by key', 'EvaluateDecision', { decisionKey: key, variables: '{"x":1}' });
    await run.decide('@nowhere');
    for (const request of [{ decisionKey: '2251799813999999' }, {}, { decisionKey: '-1' }]) {
      await run.call('decide', 'EvaluateDecision', request);
    }
    await run.call('tenant', 'EvaluateDecision', { decisionId: `${run.id}d`, tenantId: 'x' });
    await run.call('variables', 'EvaluateDecision', { decisionId: `${run.id}d`, variables: '[1]' });
  }),
  scenario('a business rule task keeps the output in the process', async (run) => {
    await deploy(run, table('@d', ['x'], ['r', 's'], [['> 1', '"big"', 'x']]));
    await run.deploy(rule);
    await run.start({ x: 2 });
    await run.completed();
  }),
  scenario('a business rule task with mappings, its decision by an expression', async (run) => {
    await deploy(run, decision('@d', literal('q * 2')));
    const mappings =
      '<zeebe:ioMapping><zeebe:input source="=z" target="q"/><zeebe:output source="=r + 1" target="out"/></zeebe:ioMapping>';
    await run.deploy(task('decisionId="=which" resultVariable="r"', mappings));
    await run.start({ z: 3, which: `${run.id}d` });
    await run.completed();
  }),
  scenario('a business rule task whose decision is not there yet', async (run) => {
    await run.deploy(rule);
    await run.start();
    const incident = await run.incident();
    await deploy(run, decision('@d', literal('1')));
    await run.target.client.resolveIncident(String(incident.key));
    await run.completed();
  }),
  scenario('a business rule task whose decision fails, until its variables are right', async (run) => {
    await deploy(run, table('@d', ['x'], ['r'], LETTERS));
    await run.deploy(rule);
    const key = await run.start({ x: 3 });
    const incident = await run.incident();
    await run.target.client.setVariables(key, { x: 1 }, true);
    await run.target.client.resolveIncident(String(incident.key));
    await run.completed();
  }),
  scenario('a business rule task whose expression names no decision', async (run) => {
    await run.deploy(task('decisionId="=nowhere" resultVariable="r"'));
    await run.start();
    await run.incident();
  }),
  scenario('what a called decision must have', async (run) => {
    for (const attributes of ['decisionId="a"', 'resultVariable="r"', 'decisionId="" resultVariable=""']) {
      await run.outcome('deploy', () => run.deploy(task(attributes)));
    }
    await run.outcome('deploy', () =>
      run.deploy(task('decisionId="a" resultVariable="r"', '<zeebe:taskDefinition type="a"/>')),
    );
  }),
]);
