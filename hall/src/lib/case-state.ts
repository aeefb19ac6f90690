import type { CaseState } from '../api/types';

const ENDED: readonly CaseState[] = ['finished', 'withdrawn', 'returned', 'not-accepted'];

/** Nothing more will happen to a case in one of these states. */
export const hasEnded = (state: CaseState): boolean => ENDED.includes(state);
