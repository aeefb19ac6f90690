import { expect } from 'chai';
import { toDecisionJson } from '../../../src/engine/dmn/describe-value.js';
import { evaluateDecision } from '../../../src/engine/dmn/evaluate-decision.js';
import type { DecisionEvaluation } from '../../../src/engine/dmn/evaluation.js';
import { parseDmn } from '../../../src/engine/dmn/parse-dmn.js';
import { contextOf } from '../feel/context-of.js';
import { decision, dmnXml, literal, table, type TableOptions } from './dmn-xml.js';

async function evaluate(body: string, id: string, variables: Record<string, unknown>): Promise<DecisionEvaluation> {
  const parsed = await parseDmn(dmnXml(body), 'a.dmn');
  if (!parsed.ok) throw new Error(parsed.message);
  return evaluateDecision(parsed.graph, id, contextOf(variables));
}

async function outcome(body: string, id: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { output, failure } = await evaluate(body, id, variables);
  return failure ? failure.message : toDecisionJson(output);
}

async function refusal(body: string): Promise<string> {
  const parsed = await parseDmn(dmnXml(body), 'a.dmn');
  return parsed.ok ? 'deployed' : parsed.message;
}

const LETTERS = [
  ['>= 1', '"a"'],
  ['>= 2', '"b"'],
  ['>= 3', '"c"'],
];
const NUMBERS = [
  ['>= 1', '10'],
  ['>= 2', '5'],
  ['>= 3', '7.5'],
  ['>= 2', '5'],
];

const withPolicy = (rules: string[][], options: TableOptions, x: number): Promise<unknown> =>
  outcome(table('t', ['x'], ['r'], rules, options), 't', { x });

describe('evaluateDecision', () => {
  describe('hit policies, for no match, one and three', () => {
    const expectations: [TableOptions, unknown][] = [
      [{ policy: 'FIRST' }, 'a'],
      [{ policy: 'PRIORITY' }, 'a'],
      [{ policy: 'PRIORITY', values: '"c", "b", "a"' }, 'c'],
      [{ policy: 'RULE ORDER' }, ['a', 'b', 'c']],
      [{ policy: 'OUTPUT ORDER', values: '"c","b","a"' }, ['c', 'b', 'a']],
      [{ policy: 'COLLECT' }, ['a', 'b', 'c']],
      [{}, failure('multiple', 'UNIQUE')],
      [{ policy: 'ANY' }, failure('different', 'ANY')],
    ];
    for (const [options, expected] of expectations) {
      it(`${options.policy ?? 'none stated'} ${options.values ?? ''}`, async () => {
        expect(await withPolicy(LETTERS, options, 0)).to.equal(null);
        expect(await withPolicy(LETTERS, options, 1)).to.deep.equal(Array.isArray(expected) ? ['a'] : 'a');
        expect(await withPolicy(LETTERS, options, 3)).to.deep.equal(expected);
      });
    }
    for (const [aggregation, expected] of [
      ['SUM', 27.5],
      ['MIN', 5],
      ['MAX', 10],
      ['COUNT', 4],
    ] as const) {
      it(`COLLECT with ${aggregation}`, async () => {
        expect(await withPolicy(NUMBERS, { policy: 'COLLECT', aggregation }, 0)).to.equal(null);
        expect(await withPolicy(NUMBERS, { policy: 'COLLECT', aggregation }, 3)).to.equal(expected);
      });
    }
    it('fails to add up texts', async () => {
      const message = `Expected to evaluate decision 't', but expected number but found '"a"'`;
      expect(await withPolicy(LETTERS, { policy: 'COLLECT', aggregation: 'SUM' }, 3)).to.equal(message);
    });
  });

  it('gives a context of several outputs, in the order of Scala maps', async () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six'];
    const result = await outcome(table('t', ['x'], names, [['-', '1', '2', '3', '4', '5', '6']]), 't', { x: 1 });
    expect(JSON.stringify(result)).to.equal('{"two":2,"six":6,"five":5,"one":1,"four":4,"three":3}');
  });

  it('gives the default outputs when no rule matches', async () => {
    const body = table('t', ['x'], ['r', 's'], [['1', '1', '2']], { otherwise: 'x' });
    expect(await outcome(body, 't', { x: 2 })).to.deep.equal({ r: 2, s: 2 });
  });

  it('notes inputs and matched rules', async () => {
    const { evaluated } = await evaluate(table('t', ['x'], ['r'], LETTERS, { policy: 'COLLECT' }), 't', { x: 2 });
    expect(evaluated).to.deep.equal([
      {
        id: 't',
        name: 'Name of t',
        type: 'DECISION_TABLE',
        output: ['a', 'b'],
        inputs: [{ id: 't_in0', name: 'In 0', value: 2 }],
        rules: [
          { id: 't_r0', index: 1, outputs: [{ id: 't_out0', name: 'r', value: 'a' }] },
          { id: 't_r1', index: 2, outputs: [{ id: 't_out0', name: 'r', value: 'b' }] },
        ],
      },
    ]);
  });

  describe('requirements', () => {
    it('evaluates what is required first, each time it is required', async () => {
      const body =
        decision('top', literal('left + right'), ['left', 'right']) +
        decision('left', literal('base + 1'), ['base']) +
        decision('right', literal('base + 2'), ['base']) +
        decision('base', literal('1'));
      const { output, evaluated } = await evaluate(body, 'top', {});
      expect(output).to.equal(5);
      expect(evaluated.map(({ id }) => id)).to.deep.equal(['base', 'left', 'base', 'right', 'top']);
    });

    it('says which decision failed', async () => {
      const rules = [
        ['-', '1'],
        ['-', '2'],
      ];
      const body = decision('top', literal('sum(t)'), ['t']) + table('t', ['x'], ['s'], rules);
      const { failure: problem } = await evaluate(body, 'top', { x: 1 });
      expect(problem).to.deep.equal({
        decisionId: 't',
        message: `Expected to evaluate decision 'top', but multiple values aren't allowed for UNIQUE hit policy. found: 'List(Map(s -> 1), Map(s -> 2))'`,
      });
    });

    it('checks the type of the result', async () => {
      const body = decision('d', literal('x'), [], '<variable name="v" typeRef="string"/>');
      expect(await outcome(body, 'd', { x: 'a' })).to.equal('a');
      expect(await outcome(body, 'd', { x: null })).to.equal(null);
      expect(await outcome(body, 'd', { x: [1] })).to.equal(
        `Expected to evaluate decision 'd', but expected 'string' but found '[1]'`,
      );
    });
  });

  describe('business knowledge models', () => {
    const model = `<businessKnowledgeModel id="bk" name="double"><encapsulatedLogic><formalParameter name="x" typeRef="number"/>${literal('x * 2')}</encapsulatedLogic></businessKnowledgeModel>`;
    const needs = '<knowledgeRequirement id="k"><requiredKnowledge href="#bk"/></knowledgeRequirement>';
    const called = (logic: string): string => model + decision('d', logic, [], needs);
    const invocation = `<invocation>${literal('double')}<binding><parameter name="x"/>${literal('q')}</binding></invocation>`;

    it('are functions of the decisions that require them', async () => {
      for (const text of ['double(q)', 'double(x: q)']) {
        expect(await outcome(called(literal(text)), 'd', { q: 4 })).to.equal(8);
      }
      expect(await outcome(called(literal('double(q)')), 'd', { q: 'a' })).to.equal(null);
      expect(await outcome(called(literal('double(q, 1)')), 'd', { q: 4 })).to.equal(null);
    });

    it('are invoked with bindings, whose types are checked', async () => {
      expect(await outcome(called(invocation), 'd', { q: 4 })).to.equal(8);
      expect(await outcome(called(invocation), 'd', { q: 'a' })).to.equal(
        `Expected to evaluate decision 'd', but expected 'number' but found '"a"'`,
      );
    });

    it('are noted as evaluated when they are called', async () => {
      const { evaluated } = await evaluate(called(invocation), 'd', { q: 4 });
      expect(evaluated.map(({ id, type }) => `${id} ${type}`)).to.deep.equal(['bk LITERAL_EXPRESSION', 'd INVOCATION']);
    });
  });

  it('evaluates contexts, lists, relations and functions in them', async () => {
    const entry = (name: string, logic: string): string =>
      `<contextEntry>${name && `<variable name="${name}"/>`}${logic}</contextEntry>`;
    const list = `<list>${literal('1')}${literal('"x"')}</list>`;
    const relation = `<relation><column name="u"/><column name="v"/><row>${literal('q')}${literal('2')}</row></relation>`;
    const body = decision(
      'd',
      `<context>${entry('a', list)}${entry('b', literal('a[1] + 1'))}${entry('c', relation)}</context>`,
    );
    expect(await outcome(body, 'd', { q: 7 })).to.deep.equal({ a: [1, 'x'], b: 2, c: [{ u: 7, v: 2 }] });
    const doubling = `<functionDefinition><formalParameter name="x"/>${literal('x * 2')}</functionDefinition>`;
    const withFunction = `<context>${entry('f', doubling)}${entry('', literal('f(q)'))}</context>`;
    expect(await outcome(decision('d', withFunction), 'd', { q: 2 })).to.equal(4);
  });

  it('keeps dates between decisions, and gives them as text', async () => {
    const body =
      decision('d', literal('day + duration("P1D")'), ['day']) + decision('day', literal('date("2020-01-01")'));
    expect(await outcome(body, 'd')).to.equal('2020-01-02');
  });

  it('fails where an expression asserts in vain', async () => {
    expect(await outcome(decision('d', literal('assert(a, a != null)')), 'd')).to.equal(
      `Expected to evaluate decision 'd', but Assertion failure on evaluate the expression 'assert(a, a != null)': The condition is not fulfilled`,
    );
  });
});

describe('parseDmn', () => {
  const refusals: [string, string, string][] = [
    [
      'an aggregation of several outputs',
      table('t', ['x'], ['r', 's'], [['-', '1', '2']], { policy: 'COLLECT', aggregation: 'SUM' }),
      "hit policy 'COLLECT' with aggregator is not defined for compound output",
    ],
    [
      'decisions that require each other',
      decision('a', literal('1'), ['b']) + decision('b', literal('1'), ['a']),
      'Invalid DMN model: Cyclic dependencies between decisions detected.',
    ],
    [
      'a requirement that leads nowhere',
      decision('a', literal('1'), ['b']),
      'Unable to find a model element instance for id b',
    ],
    ['a decision without logic', decision('a', ''), "unsupported decision expression 'null'"],
    [
      'a decision that is a function',
      decision('a', '<functionDefinition/>'),
      "unsupported decision expression 'FunctionDefinition'",
    ],
    [
      'another language',
      decision('a', '<literalExpression expressionLanguage="juel"><text>1</text></literalExpression>'),
      "Expression language 'juel' is not supported",
    ],
    ['an unknown model', decision('a', `<invocation>${literal('b')}</invocation>`), "no BKM found with name 'b'"],
    [
      'a row of another length',
      decision('a', `<relation><column name="a"/><row/></relation>`),
      "expected row with '1' elements but found '0'",
    ],
  ];
  for (const [what, body, problem] of refusals) {
    it(`refuses ${what}`, async () => {
      expect(await refusal(body)).to.equal(`'a.dmn': ${problem}`);
    });
  }

  it('names every expression that is no FEEL', async () => {
    const message = await refusal(table('t', ['a +'], ['r'], [['>> 1', 'b b']]));
    expect(message.split('\n').map((line) => line.split("': E")[0])).to.deep.equal([
      `'a.dmn': FEEL expression: failed to parse expression 'a +`,
      `FEEL unary-tests: failed to parse expression '>> 1`,
      `FEEL expression: failed to parse expression 'b b`,
    ]);
  });

  it('refuses what is no DMN, has double ids or lacks names', async () => {
    for (const xml of [
      'hello',
      '<a/>',
      dmnXml(decision('a', literal('1')) + decision('a', literal('2'))),
      dmnXml('<foo/>'),
    ]) {
      const parsed = await parseDmn(xml, 'a.dmn');
      expect(parsed.ok ? 'deployed' : parsed.message).to.match(/^'a\.dmn': Failed to parse DMN: /);
    }
    expect(await refusal(`<decision id="a">${literal('1')}</decision>`)).to.contain("must have the attribute 'name'");
  });

  it('takes DMN 1.1 to 1.5', async () => {
    for (const namespace of [
      'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
      'https://www.omg.org/spec/DMN/20230324/MODEL/',
    ]) {
      const xml = dmnXml(decision('a', literal('1'))).replace(
        'https://www.omg.org/spec/DMN/20191111/MODEL/',
        namespace,
      );
      expect((await parseDmn(xml, 'a.dmn')).ok).to.equal(true);
    }
  });
});

function failure(which: string, policy: string): string {
  const found = `List(Map(r -> "a"), Map(r -> "b"), Map(r -> "c"))`;
  return `Expected to evaluate decision 't', but ${which} values aren't allowed for ${policy} hit policy. found: '${found}'`;
}
