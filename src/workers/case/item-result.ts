/** 登记事项结果: one item of the case is decided. Task headers `item` and `result` say which and how. */
import type { ItemResult } from '../../domain/cases/case-types.js';
import { caseInput, text } from '../../connectors/schemas.js';
import { completed, defineWorker } from '../runtime/define-worker.js';
import { nothing, type CaseInput } from './schemas.js';

const ITEM_RESULTS: readonly ItemResult[] = ['granted', 'refused', 'returned', 'not-accepted', 'withdrawn'];

export const itemResult = defineWorker<CaseInput & { refusal?: { reason?: string | null } | null }, object>({
  type: 'case.item-result',
  name: '登记事项结果',
  input: {
    ...caseInput,
    properties: {
      caseNumber: text,
      refusal: { type: ['object', 'null'], properties: { reason: { type: ['string', 'null'] } } },
    },
  },
  output: nothing,
  errors: [],
  async handle({ variables: { caseNumber, refusal }, headers, step }, { domain }) {
    const { item, result: wanted } = headers;
    const result = ITEM_RESULTS.find((known) => known === wanted);
    if (!item || !result) {
      const found = `item=${item ?? '无'}，result=${wanted ?? '无'}`;
      return { kind: 'stuck', message: `请在任务头中写明 item 和 result（${ITEM_RESULTS.join('、')}），现为 ${found}` };
    }
    const reason = result === 'granted' ? undefined : (refusal?.reason ?? undefined);
    await domain.cases.recordItemResult(caseNumber, step, { item, result, reason });
    return completed({});
  },
});
