import { expect } from 'chai';
import { findNextOfCron } from '../../../src/engine/feel/cron.js';
import { parseCron } from '../../../src/engine/feel/parse-cron.js';

const FROM = new Date(2030, 0, 1, 12, 0, 5).getTime(); // a Tuesday

function next(text: string, from = FROM): string | undefined {
  const parsed = parseCron(text);
  const time = parsed.ok ? findNextOfCron(parsed.cron, from) : undefined;
  return time === undefined ? undefined : new Date(time).toString().slice(0, 24);
}

describe('cron texts', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['*/10 * * * * *', 'Tue Jan 01 2030 12:00:10'],
    ['5 0 12 * * *', 'Wed Jan 02 2030 12:00:05'],
    ['0 0 9 * * MON-FRI', 'Wed Jan 02 2030 09:00:00'],
    ['0 0 9 ? * 7', 'Sun Jan 06 2030 09:00:00'],
    ['0 30/15 8,9 1 FEB *', 'Fri Feb 01 2030 08:30:00'],
    ['0 0 0 29 2 ?', 'Sun Feb 29 2032 00:00:00'],
    ['0 0 0 31 2 *', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`${text}: ${expected ?? 'never'}`, () => expect(next(text)).to.equal(expected));
  }

  // Measured on Zeebe 8.5.8 at the time below, in UTC.
  const MEASURED_AT = new Date(2026, 10, 24, 15, 40).getTime();
  const measured: readonly (readonly [string, string])[] = [
    ['0 0 0 L * *', '2026-11-30T00:00:00'],
    ['0 0 0 L * ?', '2026-11-30T00:00:00'],
    ['0 0 0 L 2 ?', '2027-02-28T00:00:00'],
    ['0 0 0 LW * ?', '2026-11-30T00:00:00'],
    ['0 0 0 LW 5 ?', '2027-05-31T00:00:00'],
    ['0 0 0 LW 2 *', '2027-02-26T00:00:00'],
    ['0 0 0 L-3 * ?', '2026-11-27T00:00:00'],
    ['0 0 0 15W * ?', '2026-12-15T00:00:00'],
    ['0 0 0 15W 8 ?', '2027-08-16T00:00:00'],
    ['0 0 0 1W 8 ?', '2027-08-02T00:00:00'],
    ['0 0 0 1W 5 *', '2027-05-03T00:00:00'],
    ['0 0 0 30W 5 ?', '2027-05-31T00:00:00'],
    ['0 0 0 28W 2 ?', '2027-02-28T00:00:00'],
    ['0 0 0 ? * 5L', '2026-11-27T00:00:00'],
    ['0 0 0 ? * FRIL', '2026-11-27T00:00:00'],
    ['0 0 0 ? 4 FRIL', '2027-04-30T00:00:00'],
    ['0 0 0 ? * L', '2026-11-29T00:00:00'],
    ['0 0 0 * * 0L', '2026-11-29T00:00:00'],
    ['0 0 0 ? * 7L', '2026-11-29T00:00:00'],
    ['0 0 0 ? * MON#2', '2026-12-14T00:00:00'],
    ['0 0 0 ? * mon#2', '2026-12-14T00:00:00'],
    ['0 0 0 * 4 MON#2', '2027-04-12T00:00:00'],
    ['0 0 0 ? * 1#5', '2026-11-30T00:00:00'],
    ['0 0 0 ? * SUN#1', '2026-12-06T00:00:00'],
    ['0 0 0 ? * 7#1', '2026-12-06T00:00:00'],
    ['0 0 0 ? * 0#1', '2026-12-06T00:00:00'],
    ['0 0 0 13 * FRI', '2027-08-13T00:00:00'],
    ['0 0 0 13 * 5', '2027-08-13T00:00:00'],
    ['0 0 0 1,15 * MON', '2027-02-01T00:00:00'],
    ['0 0 0 1W,15W * ?', '2026-12-01T00:00:00'],
    ['0 0 0 1,L * ?', '2026-12-01T00:00:00'],
    ['0 0 0 1W,15W 8 ?', '2027-08-01T00:00:00'],
    ['0 0 0 ? 8 3#2,4L', '2027-08-11T00:00:00'],
    ['0 0 0 ? * MON#1,FRI#3', '2026-12-07T00:00:00'],
    ['0 0 0 ? * 1L,5L', '2026-11-27T00:00:00'],
    ['0 0 0 ? * MON-FRI/2', '2026-11-25T00:00:00'],
    ['0 0 0 * JAN-MAR *', '2027-01-01T00:00:00'],
    ['0 0 0 ? * SAT-MON', '2026-11-28T00:00:00'],
    ['0 0 0 ? * FRI-TUE', '2026-11-27T00:00:00'],
    ['0 0 0 * * 5-1', '2026-11-27T00:00:00'],
    ['0 0 0 * * *', '2026-11-25T00:00:00'],
    ['0 0 0 29 2 ?', '2028-02-29T00:00:00'],
    ['0 0 0 29 2 1', '2044-02-29T00:00:00'],
    ['0 0 12 */2 * ?', '2026-11-25T12:00:00'],
    ['0 0 12 2/5 * ?', '2026-11-27T12:00:00'],
    ['0 0 0 ? * 1/2', '2026-11-25T00:00:00'],
    ['0 0 0 ? * 1-7', '2026-11-25T00:00:00'],
    ['0 0 0 ? * 0-6', '2026-11-25T00:00:00'],
    ['0 0 0 ? * MON,WED', '2026-11-25T00:00:00'],
  ];
  for (const [text, expected] of measured) {
    it(`${text}: ${expected} as on Zeebe`, () => {
      expect(new Date(next(text, MEASURED_AT) ?? 0)).to.deep.equal(new Date(expected));
    });
  }

  for (const text of [
    '0 0 0 L-30 2 ?',
    '0 0 0 ? * MON#6',
    '0 0 0 ? * MON#0',
    '0 0 0 ? * ?',
    '0 0 0 30 2 ?',
    '0 0 0 31 4 *',
  ]) {
    it(`${text}: never`, () => expect(next(text, MEASURED_AT)).to.equal(undefined));
  }

  const invalid: readonly (readonly [string, string])[] = [
    ['0 0 0 32W * ?', 'Failed to parse cron expression. Value 32 not in range [1, 31]'],
    ['0 0 0 0W * ?', 'Failed to parse cron expression. Value 0 not in range [1, 31]'],
    ['a * * * * *', 'Failed to parse cron expression. Invalid chars in expression! Expression: A Invalid chars: A'],
    ['0-70 * * * * *', 'Failed to parse cron expression. Value 70 not in range [0, 59]'],
    ['*/0 * * * * *', 'Failed to parse cron expression. Period 0 not in range [0, 59]'],
    ['*/61 * * * * *', 'Failed to parse cron expression. Period 61 not in range [0, 59]'],
    ['5-1 * * * * *', 'Failed to parse cron expression. Invalid range! [5,1]'],
    ['60/5 * * * * *', 'Failed to parse cron expression. Value 60 not in range [0, 59]'],
    ['0 0 24 * * *', 'Failed to parse cron expression. Value 24 not in range [0, 23]'],
    ['0 60 0 * * *', 'Failed to parse cron expression. Value 60 not in range [0, 59]'],
    ['0 0 0 * 13 *', 'Failed to parse cron expression. Value 13 not in range [1, 12]'],
    ['0 0 0 * 0 *', 'Failed to parse cron expression. Value 0 not in range [1, 12]'],
    [
      '0 0 0 * JANUARY *',
      'Failed to parse cron expression. Invalid chars in expression! Expression: JANUARY Invalid chars: JANUARY',
    ],
    ['0 0 0 0 * ?', 'Failed to parse cron expression. Value 0 not in range [1, 31]'],
    ['0 0 L * * *', 'Failed to parse cron expression. Invalid chars in expression! Expression: L Invalid chars: L'],
    ['0 0 1W * * *', 'Failed to parse cron expression. Invalid chars in expression! Expression: 1W Invalid chars: W'],
    ['0 0 0 1#1 * *', 'Failed to parse cron expression. Invalid expression: 1#1'],
    ['0 0 0 * * 1W', 'Failed to parse cron expression. Invalid chars in expression! Expression: 1W Invalid chars: W'],
    ['* * * * * * *', 'Cron expression contains 7 parts but we expect one of [6]'],
    ['', 'Empty expression!'],
    ['? * * * * *', 'Failed to parse cron expression. Invalid expression: ?'],
    ['0 0 0 ? * 8#1', 'Failed to parse cron expression. Value 8 not in range [0, 7]'],
    ['0 0 0 ? * 9L', 'Failed to parse cron expression. Value 9 not in range [0, 7]'],
    ['0 0 0 LL * ?', 'Failed to parse cron expression. Invalid chars in expression! Expression: LL Invalid chars: LL'],
    ['0 0 0 L-0 * ?', 'Failed to parse cron expression. Value 0 not in range [1, 31]'],
    ['0 0 0 L-32 * ?', 'Failed to parse cron expression. Value 32 not in range [1, 31]'],
    ['0 0 0 WL * ?', 'Failed to parse cron expression. Invalid chars in expression! Expression: WL Invalid chars: WL'],
    ['1.5 * * * * *', 'Failed to parse cron expression. Invalid chars in expression! Expression: 1.5 Invalid chars: .'],
    ['1,,2 * * * * *', 'Failed to parse cron expression. Invalid chars in expression! Expression:  Invalid chars: '],
    [',1 * * * * *', 'Failed to parse cron expression. Invalid chars in expression! Expression:  Invalid chars: '],
    ['*/2/3 * * * * *', 'Failed to parse cron expression. Invalid expression: */2/3'],
    [
      '0 0 0 ? * MONDAY',
      'Failed to parse cron expression. Invalid chars in expression! Expression: MONDAY Invalid chars: MONDAY',
    ],
    [
      '@daily x x x x x',
      'Failed to parse cron expression. Invalid chars in expression! Expression: @DAILY Invalid chars: @DAILY',
    ],
  ];
  for (const [text, problem] of invalid) {
    it(`'${text}' is none`, () => expect(parseCron(text)).to.deep.equal({ ok: false, problem }));
  }
});
