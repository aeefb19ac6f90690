/** Moments at which a test may crash or delay the engine. Inert unless armed through `startEngine`'s options. */
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** In the order in which a batch passes them. */
export const FAULT_POINTS = [
  'after-batch-processed',
  'before-commit',
  /** Written, not yet synced to disk. */
  'before-sync',
  'after-commit',
  'before-answer',
] as const;

export type FaultPoints = Partial<Record<FaultPoint, () => void | Promise<void>>>;
