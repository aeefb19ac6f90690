/** Variables that the generated processes read and the answers write. */
export const VARIABLES = ['x0', 'x1', 'x2'] as const;
/** Signals that the generated processes broadcast and wait for, within one played instance. */
export const SIGNALS = ['S1', 'S2'] as const;
/** Escalation codes that the generated processes catch and throw. */
export const ESCALATION_CODES = ['LATE', 'EARLY'] as const;
/** Error codes that the generated processes catch and throw. */
export const ERROR_CODES = ['E1', 'E2'] as const;
