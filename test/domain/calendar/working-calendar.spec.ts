import path from 'node:path';
import { expect } from 'chai';
import { createWorkingCalendar, loadCalendarYears } from '../../../src/domain/calendar/working-calendar.js';
import { projectRoot } from '../../../src/shared/project-root.js';

/** Noon in Nanning. */
const noon = (date: string): Date => new Date(`${date}T04:00:00Z`);

describe('the working-day calendar', () => {
  const calendar = createWorkingCalendar([
    {
      year: 2026,
      holidays: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }],
      makeUpDays: [{ date: '2026-10-10' }],
    },
  ]);

  it('knows weekends, holidays and make-up days', () => {
    const working = ['2026-09-30', '2026-10-08', '2026-10-10', '2026-10-12'];
    const off = ['2026-10-01', '2026-10-07', '2026-10-11', '2026-11-28'];
    expect(working.filter((date) => !calendar.isWorkingDay(noon(date)))).to.deep.equal([]);
    expect(off.filter((date) => calendar.isWorkingDay(noon(date)))).to.deep.equal([]);
  });

  it('adds working days after the day it starts from, to the end of office hours', () => {
    // 8, 9 and the make-up Saturday 10 October.
    expect(calendar.addWorkingDays(noon('2026-09-30'), 3).toISOString()).to.equal('2026-10-10T09:30:00.000Z');
    expect(calendar.workingDaysBetween(noon('2026-09-30'), noon('2026-10-10'))).to.equal(3);
    expect(calendar.workingDaysBetween(noon('2026-10-10'), noon('2026-09-30'))).to.equal(0);
  });

  it('counts days as they are in Nanning, not in UTC', () => {
    // Half past midnight of Thursday 8 October in Nanning is still Wednesday in UTC.
    expect(calendar.isWorkingDay(new Date('2026-10-07T16:30:00Z'))).to.equal(true);
  });

  it('refuses to guess a year whose notice was not imported', () => {
    expect(() => calendar.addWorkingDays(noon('2026-12-31'), 1)).to.throw(/calendar-2027\.json/);
  });

  it('reads the installation’s years', () => {
    const folder = path.join(projectRoot, 'processes', 'reference');
    expect(createWorkingCalendar(loadCalendarYears(folder)).years()).to.include.members([2026, 2027]);
  });
});
