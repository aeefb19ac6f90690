import { expect } from 'chai';
import { compileUnaryTests } from '../../../src/engine/feel/compile-unary-tests.js';
import { contextOf } from './context-of.js';
import { REFUSED, UNARY_TESTS_ON_ZEEBE } from './unary-tests-on-zeebe.js';

describe('compileUnaryTests', () => {
  for (const [text, values, expected] of UNARY_TESTS_ON_ZEEBE) {
    it(`${text} passes what it passes on Zeebe`, () => {
      const compiled = compileUnaryTests(text);
      const passing = compiled.ok
        ? values.filter((x) => {
            const result = compiled.tests.matches(x, contextOf({ x, y: 3, y2: [2, 3], bool: true }));
            return result.ok && result.value;
          })
        : REFUSED;
      expect(passing).to.deep.equal(expected);
    });
  }

  it('states a failed assertion', () => {
    const compiled = compileUnaryTests('assert(?, false)');
    expect(compiled.ok && compiled.tests.matches(1, contextOf({}))).to.deep.equal({
      ok: false,
      failure: "Assertion failure on evaluate the expression 'assert(?, false)': The condition is not fulfilled",
    });
  });
});
