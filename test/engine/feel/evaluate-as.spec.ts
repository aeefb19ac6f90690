import { expect } from 'chai';
import { compileExpression } from '../../../src/engine/feel/compile-expression.js';
import {
  evaluateBoolean,
  evaluateCorrelationKey,
  evaluateCycle,
  evaluateDateTime,
  evaluateDateTimeText,
  evaluateDurationFrom,
  evaluateInteger,
  evaluateString,
  evaluateStringList,
  firstDueDateOfCycle,
  nextDueDateOfCycle,
} from '../../../src/engine/feel/evaluate-as.js';
import { contextOf } from './context-of.js';

const context = contextOf({ n: 5, s: 'str', a: { c: 1 }, l: [1, 2, 3], b: true, f: 1.5 });
const withWarnings = (text: string, ...warnings: string[]): string =>
  `${text} The evaluation reported the following warnings:\n${warnings.join('\n')}`;

/** Expression and failure as Zeebe 8.5.8 states it in the incident; null = no failure. */
const conditionFailures: [string, string | null][] = [
  [
    'x > 5',
    withWarnings(
      "Expected result of the expression 'x > 5' to be 'BOOLEAN', but was 'NULL'.",
      "[NO_VARIABLE_FOUND] No variable found with name 'x'",
      "[NOT_COMPARABLE] Can't compare 'null' with '5'",
    ),
  ],
  ['n', "Expected result of the expression 'n' to be 'BOOLEAN', but was 'NUMBER'."],
  ['a', "Expected result of the expression 'a' to be 'BOOLEAN', but was 'OBJECT'."],
  ['l', "Expected result of the expression 'l' to be 'BOOLEAN', but was 'ARRAY'."],
  ['now()', "Expected result of the expression 'now()' to be 'BOOLEAN', but was 'DATE_TIME'."],
  ['duration("PT1H")', `Expected result of the expression 'duration("PT1H")' to be 'BOOLEAN', but was 'DURATION'.`],
  ['duration("P1Y")', `Expected result of the expression 'duration("P1Y")' to be 'BOOLEAN', but was 'PERIOD'.`],
  [
    'a.b.c',
    withWarnings(
      "Expected result of the expression 'a.b.c' to be 'BOOLEAN', but was 'NULL'.",
      "[NO_CONTEXT_ENTRY_FOUND] No context entry found with key 'b'. Available keys: 'c'",
      "[NO_CONTEXT_ENTRY_FOUND] No context entry found with key 'c'. The context is null",
    ),
  ],
  [
    'x.y',
    withWarnings(
      "Expected result of the expression 'x.y' to be 'BOOLEAN', but was 'NULL'.",
      "[NO_VARIABLE_FOUND] No variable found with name 'x'",
    ),
  ],
  [
    's.b',
    withWarnings(
      "Expected result of the expression 's.b' to be 'BOOLEAN', but was 'NULL'.",
      `[NO_PROPERTY_FOUND] No property found with name 'b' of value '"str"'. Available properties: `,
    ),
  ],
  [
    'x and y',
    withWarnings(
      "Expected result of the expression 'x and y' to be 'BOOLEAN', but was 'NULL'.",
      "[NO_VARIABLE_FOUND] No variable found with name 'x'",
      "[INVALID_TYPE] Expected boolean but found 'null'",
      "[NO_VARIABLE_FOUND] No variable found with name 'y'",
    ),
  ],
  [
    'b and n',
    withWarnings(
      "Expected result of the expression 'b and n' to be 'BOOLEAN', but was 'NULL'.",
      "[INVALID_TYPE] Expected boolean but found '5'",
    ),
  ],
  [
    'n + s > 1',
    withWarnings(
      "Expected result of the expression 'n + s > 1' to be 'BOOLEAN', but was 'NULL'.",
      `[INVALID_TYPE] Can't add '"str"' to '5'`,
      "[NOT_COMPARABLE] Can't compare 'null' with '1'",
    ),
  ],
  [
    'l=1',
    withWarnings(
      "Expected result of the expression 'l=1' to be 'BOOLEAN', but was 'NULL'.",
      "[NOT_COMPARABLE] Can't compare '[1, 2, 3]' with '1'",
    ),
  ],
  [
    '-s',
    withWarnings(
      "Expected result of the expression '-s' to be 'BOOLEAN', but was 'NULL'.",
      `[INVALID_TYPE] Expected number but found '"str"'`,
    ),
  ],
  [
    'foo(1)',
    withWarnings(
      "Expected result of the expression 'foo(1)' to be 'BOOLEAN', but was 'NULL'.",
      "[NO_FUNCTION_FOUND] No function found with name 'foo' and 1 parameters",
    ),
  ],
  ['s < "z" or x', null],
  ['x in [1,2]', null],
];

describe('evaluateBoolean', () => {
  for (const [text, failure] of conditionFailures) {
    it(`states about ${text} what Zeebe states`, () => {
      const result = evaluateBoolean(compileExpression(`=${text}`), context);
      expect(result.ok ? null : result.failure).to.equal(failure);
    });
  }
});

describe('evaluate to other types', () => {
  const ofSource = compileExpression;

  it('takes a text for a job type, not a number', () => {
    expect(evaluateString(ofSource('=s'), context)).to.deep.equal({ ok: true, value: 'str' });
    expect(evaluateString(ofSource('5'), context)).to.deep.equal({
      ok: false,
      failure: "Expected result of the expression '5' to be 'STRING', but was 'NUMBER'.",
    });
  });

  it('cuts job retries to an integer', () => {
    expect(evaluateInteger(ofSource('=f'), context)).to.deep.equal({ ok: true, value: 1 });
    expect(evaluateInteger(ofSource('abc'), context)).to.deep.include({
      failure: "Expected result of the expression 'abc' to be 'NUMBER', but was 'STRING'.",
    });
  });

  it('takes a text or a number for a correlation key', () => {
    expect(evaluateCorrelationKey(ofSource('=n'), context)).to.deep.equal({ ok: true, value: '5' });
    expect(evaluateCorrelationKey(ofSource('=f'), context)).to.deep.equal({ ok: true, value: '1' });
    expect(evaluateCorrelationKey(ofSource('=b'), context)).to.deep.include({
      failure:
        "Failed to extract the correlation key for 'b': The value must be either a string or a number, but was 'BOOLEAN'.",
    });
  });

  it('takes a list of texts for candidate groups', () => {
    expect(evaluateStringList(ofSource('a, b'), context)).to.deep.equal({ ok: true, value: ['a', 'b'] });
    expect(evaluateStringList(ofSource('=l'), context)).to.deep.include({
      failure:
        "Expected result of the expression 'l' to be 'ARRAY' containing 'STRING' items, " +
        "but was 'ARRAY' containing at least one non-'STRING' item.",
    });
    expect(evaluateStringList(ofSource('=s'), context)).to.deep.include({
      failure: "Expected result of the expression 's' to be 'ARRAY', but was 'STRING'.",
    });
  });

  it('takes dates with an offset for a date timer', () => {
    const due = Date.UTC(2030, 0, 1, 10);
    expect(evaluateDateTime(ofSource('2030-01-01T10:00:00Z'), context)).to.deep.equal({ ok: true, value: due });
    expect(evaluateDateTime(ofSource('="2030-01-01T12:00:00+02:00"'), context)).to.deep.equal({ ok: true, value: due });
    expect(evaluateDateTime(ofSource('="2030-01-01"'), context)).to.deep.include({
      failure: `Invalid date-time format '2030-01-01' for expression '"2030-01-01"'.`,
    });
    expect(evaluateDateTime(ofSource('=date("2030-01-01")'), context)).to.deep.include({
      failure: `Expected result of the expression 'date("2030-01-01")' to be one of '[DATE_TIME, STRING]', but was 'DATE'.`,
    });
  });

  it('leaves a due date out when it is null', () => {
    expect(evaluateDateTimeText(ofSource('=x'), context)).to.deep.equal({ ok: true, value: undefined });
    expect(evaluateDateTimeText(ofSource('2030-01-01T10:00:00Z'), context)).to.deep.include({
      value: '2030-01-01T10:00Z',
    });
  });

  it('counts durations from the given time', () => {
    const from = Date.UTC(2030, 0, 1);
    const days = (count: number): number => from + count * 86_400_000;
    expect(evaluateDurationFrom(ofSource('PT1H'), context, from)).to.deep.include({ value: from + 3_600_000 });
    expect(evaluateDurationFrom(ofSource('P1M2D'), context, from)).to.deep.include({ value: days(33) });
    expect(evaluateDurationFrom(ofSource('P1W'), context, from)).to.deep.include({ value: days(7) });
    expect(evaluateDurationFrom(ofSource('=duration("P1Y")'), context, from)).to.deep.include({ value: days(365) });
    expect(evaluateDurationFrom(ofSource('-PT1H'), context, from)).to.deep.include({ value: from - 3_600_000 });
    expect(evaluateDurationFrom(ofSource('=n'), context, from)).to.deep.include({
      failure: "Expected result of the expression 'n' to be one of '[DURATION, PERIOD, STRING]', but was 'NUMBER'.",
    });
    expect(evaluateDurationFrom(ofSource('=s'), context, from)).to.deep.include({
      failure: "Invalid duration format 'str' for expression 's'.",
    });
  });

  it('reads cycles', () => {
    const from = Date.UTC(2030, 0, 1);
    const due = (source: string): unknown => {
      const cycle = evaluateCycle(ofSource(source), context);
      return cycle.ok ? [cycle.value.repetitions, firstDueDateOfCycle(cycle.value, from) - from] : cycle.failure;
    };
    expect(due('R3/PT10S')).to.deep.equal([3, 10_000]);
    expect(due('R/PT10S')).to.deep.equal([-1, 10_000]);
    expect(due('R2/2030-01-01T00:00:05Z/PT1H')).to.deep.equal([2, 5000]);
    expect(due('R2/2020-01-01T00:00:00Z/PT1H')).to.deep.equal([2, 3_600_000]);
    expect(due('="R/foo"')).to.equal('Text cannot be parsed to a Period');
    expect(due('=s')).to.equal('Cron expression contains 1 parts but we expect one of [6]');
  });

  it('sets cycles again from when they were due, or from now where that is over', () => {
    const due = Date.UTC(2030, 0, 1);
    const next = (source: string, late: number): number | undefined => {
      const cycle = evaluateCycle(ofSource(source), context);
      return cycle.ok ? nextDueDateOfCycle(cycle.value, due, due + late) - due : undefined;
    };
    expect(next('R3/PT1H', 250)).to.equal(3_600_000);
    expect(next('R3/2020-01-01T00:00:00Z/PT1H', 250)).to.equal(3_600_000);
    expect(next('R3/PT1H', 7_200_250)).to.equal(10_800_250);
    expect(next('0 0/10 * * * *', 7_200_250)).to.equal(7_800_000);
  });
});
