/** One year's holiday notice as processes/reference/calendar-<year>.json holds it. ISO dates, `2026-10-01`. */
export interface CalendarYear {
  readonly year: number;
  /** Days off, first and last day included. */
  readonly holidays: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Saturdays and Sundays that are worked 调休. */
  readonly makeUpDays: readonly { readonly date: string }[];
}
