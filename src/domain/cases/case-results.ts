/** A case's result follows from its items' results 部分准予: one refusal does not hide what was granted. */
import type { CaseResult, ItemResult } from './case-types.js';

export const RESULT_NAMES: Readonly<Record<CaseResult, string>> = {
  granted: '准予',
  'partly-granted': '部分准予',
  refused: '不予许可',
  returned: '退件',
  'not-accepted': '不予受理',
  withdrawn: '撤回',
};

/** Items without a result (`null`) were not handled; they count neither way. */
export function resultOf(results: readonly (ItemResult | null)[]): CaseResult {
  const known = results.filter((result) => result !== null);
  const granted = known.filter((result) => result === 'granted').length;
  if (granted > 0) return granted === known.length ? 'granted' : 'partly-granted';
  const [first] = known;
  return first !== undefined && known.every((result) => result === first) ? first : 'refused';
}
