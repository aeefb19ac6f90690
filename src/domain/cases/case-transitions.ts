/** Which state a case may go to from which: the whole table. What is not in it is refused. */
import { AppError } from '../../shared/errors.js';
import type { CaseState } from './case-types.js';

export const CASE_STATE_NAMES: Readonly<Record<CaseState, string>> = {
  draft: '草稿',
  received: '收件',
  'pre-accepting': '预受理',
  correcting: '补齐补正',
  accepted: '受理',
  'in-progress': '在办',
  suspended: '挂起',
  finished: '办结',
  withdrawn: '作废办结',
  returned: '退件',
  'not-accepted': '不予受理',
};

const TRANSITIONS: Readonly<Record<CaseState, readonly CaseState[]>> = {
  draft: ['received'],
  received: ['pre-accepting', 'correcting', 'in-progress', 'returned', 'not-accepted', 'withdrawn'],
  'pre-accepting': ['correcting', 'in-progress', 'returned', 'not-accepted', 'withdrawn'],
  correcting: ['pre-accepting', 'in-progress', 'returned', 'not-accepted', 'finished', 'withdrawn'],
  accepted: ['in-progress', 'withdrawn'],
  'in-progress': ['correcting', 'suspended', 'finished', 'returned', 'withdrawn'],
  suspended: ['in-progress', 'finished', 'withdrawn'],
  finished: [],
  withdrawn: [],
  returned: [],
  'not-accepted': [],
};

export function isFinal(state: CaseState): boolean {
  return TRANSITIONS[state].length === 0;
}

export function canGo(from: CaseState, to: CaseState): boolean {
  return from === to ? !isFinal(from) : TRANSITIONS[from].includes(to);
}

/** @throws AppError conflict CASE_STATE_FORBIDS */
export function assertCanGo(from: CaseState, to: CaseState): void {
  if (canGo(from, to)) return;
  throw stateForbids(`办件当前为“${CASE_STATE_NAMES[from]}”，不能变更为“${CASE_STATE_NAMES[to]}”。`);
}

export function stateForbids(message: string): AppError {
  return new AppError('conflict', 'CASE_STATE_FORBIDS', message);
}
