/** One year's holiday notice as processes/reference/calendar-<year>.json holds it. */
export interface CalendarYear {
  readonly year: number;
  /** Days off, ISO dates `2026-10-01`. */
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
  /** Saturdays and Sundays that are worked 调休. */
  readonly makeUpDays: readonly { readonly date: string; readonly name: string }[];
}
