/** Working days by the State Council's yearly notice: weekends, holidays, and make-up days 调休. All days are Asia/Shanghai. */
export interface WorkingCalendar {
  isWorkingDay(at: Date): boolean;
  /** The end of office hours (17:30) on the n-th working day after the day of `from`. @throws when the years' calendars end */
  addWorkingDays(from: Date, days: number): Date;
  /** Working days from the day after `from` up to and including the day of `to`; 0 when `to` is not later. */
  workingDaysBetween(from: Date, to: Date): number;
  /** Years whose holidays are known. */
  years(): number[];
}
