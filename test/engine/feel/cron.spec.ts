import { expect } from 'chai';
import { findCron, findNextOfCron } from '../../../src/engine/feel/cron.js';

const FROM = new Date(2030, 0, 1, 12, 0, 5).getTime(); // a Tuesday

function next(text: string, from = FROM): string | undefined {
  const cron = findCron(text);
  const time = cron && findNextOfCron(cron, from);
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

  for (const text of ['', 'soon', '0 0 0 * *', '61 * * * * *', '0 0 0 32 * *', '0 0 0 ? * 8', '*/0 * * * * *']) {
    it(`'${text}' is none`, () => expect(findCron(text)).to.equal(undefined));
  }
});
