import { expect } from 'chai';
import { compileExpression, ExpressionSyntaxError } from '../../../src/engine/feel/compile-expression.js';
import { contextOf } from './context-of.js';

const variables = { n: 5, s: 'str', a: { c: 1 }, l: [1, 2, 3], b: true, nul: null };

/** Each answer was read off Zeebe 8.5.8. */
const answers: [string, unknown][] = [
  ['=x', null],
  ['=n+1', 6],
  ['=a.b', null],
  ['=a.c', 1],
  ['=a.c.d', null],
  ['=s.b', null],
  ['=`a`.c', 1],
  ['=l.foo', [null, null, null]],
  ['=l[9]', null],
  ['=l[2]', 2],
  ['=l[item>1]', [2, 3]],
  ['=0.1+0.2', 0.3],
  ['=1/3', 1 / 3],
  ['=10/2', 5],
  ['=2*0.5', 1],
  ['=-n', -5],
  ['=s + n', null],
  ['=x = null', true],
  ['=s=1', null],
  ['=x > 5', null],
  ['=n > "a"', null],
  ['=not(x)', null],
  ['=not(b)', false],
  ['=x and true', null],
  ['=x and false', false],
  ['=x or b', true],
  ['=x in [1,2]', false],
  ['=n between 1 and 5', true],
  ['=if x then 1 else 2', 2],
  ['=foo(1)', null],
  ['=is defined(x)', false],
  ['=is defined(n)', true],
  ['=get or else(x,1)', 1],
  ['=string(n)', '5'],
  ['=upper case(s)', 'STR'],
  ['="a\\nb"', 'a\nb'],
  ['={p: n, q: p + 1, r: [s]}', { p: 5, q: 6, r: ['str'] }],
  ['= n ', 5],
  ['=for i in l return i * 2', [2, 4, 6]],
  ['=some i in l satisfies i > 2', true],
  ['=count(l) > 2 and b', true],
  ['=date and time("2020-01-01T10:00:00")', '2020-01-01T10:00'],
  ['=date and time("2020-01-01T10:00:01Z")', '2020-01-01T10:00:01Z'],
  ['=date and time("2020-01-01T10:00:00@Europe/Paris")', '2020-01-01T10:00+01:00[Europe/Paris]'],
  ['=date and time("2020-01-01T10:00:00+02:00")', '2020-01-01T10:00+02:00'],
  ['=time("10:00:00")', '10:00'],
  ['=duration("PT90M")', 'PT1H30M'],
  ['=duration("PT36H")', 'PT36H'],
  ['=duration("P14M")', 'P1Y2M'],
  ['=string(date("2020-01-01"))', '2020-01-01'],
  ['=date("2020-01-01") < date("2020-01-02")', true],
  ['={b:[date("2020-01-01")]}', { b: ['2020-01-01'] }],
  ['=cycle(3,duration("PT1S"))', 'R3/PT1S'],
  ['=[1..5]', null],
  ['=round half up(1.255,2)', 1.26],
];

describe('compileExpression', () => {
  for (const [source, expected] of answers) {
    it(`answers ${source} as Zeebe does`, () => {
      const result = compileExpression(source).evaluate(contextOf(variables));
      expect(result).to.deep.include({ ok: true, value: expected });
    });
  }

  it('takes text without = as static, a number when it reads as one', () => {
    expect(compileExpression('abc')).to.include({ isStatic: true, source: 'abc' });
    expect(compileExpression('abc').evaluate(contextOf({}))).to.include({ value: 'abc' });
    expect(compileExpression('10').evaluate(contextOf({}))).to.include({ value: 10 });
    expect(compileExpression('=').isStatic).to.equal(true);
  });

  for (const source of ['=x y', '=a+', '=1e3', '=(']) {
    it(`refuses ${source}`, () => {
      expect(() => compileExpression(source)).to.throw(ExpressionSyntaxError, `failed to parse expression '`);
    });
  }

  it('asks the engine for the time', () => {
    const context = { ...contextOf({}), now: () => Date.UTC(2030, 0, 2, 3, 4, 5) };
    const result = compileExpression('=string(now()) + "|" + string(today())').evaluate(context);
    expect(result)
      .to.have.property('value')
      .that.matches(/^2030-01-0\dT.*\|2030-01-0\d$/);
  });

  it('states a failed assertion as a failure', () => {
    const result = compileExpression('=assert(n, n = 6)').evaluate(contextOf(variables));
    expect(result).to.deep.equal({
      ok: false,
      failure:
        "Assertion failure on evaluate the expression 'assert(n, n = 6)': The condition is not fulfilled " +
        'The evaluation reported the following warnings:\n[ASSERT_FAILURE] The condition is not fulfilled',
    });
  });

  it('looks up only the variables that it names', () => {
    const asked: string[] = [];
    const context = { ...contextOf(variables), get: (name: string) => (asked.push(name), undefined) };
    compileExpression('=for i in l return i + n').evaluate(context);
    expect(asked).to.include.members(['l', 'n']).and.not.include('s');
  });
});
