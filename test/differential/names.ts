/** Variables that the generated processes read and the answers write. */
export const VARIABLES = ['x0', 'x1', 'x2'] as const;
/** Error codes that the generated processes catch and throw. */
export const ERROR_CODES = ['E1', 'E2'] as const;
