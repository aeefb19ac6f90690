/** Moments at which a test may crash or delay the engine. Inert unless armed through `startEngine`'s options. */
export type FaultPoint = 'after-batch-processed' | 'before-commit' | 'after-commit' | 'before-answer';

export type FaultPoints = Partial<Record<FaultPoint, () => void | Promise<void>>>;
