/** 办结: the case's result follows from its items' results. */
import { caseInput, objectWith, text } from '../../connectors/schemas.js';
import { completed, defineWorker } from '../runtime/define-worker.js';
import type { CaseInput } from './schemas.js';

export const finish = defineWorker<CaseInput & { delivery?: { number?: string | null } | null }, object>({
  type: 'case.finish',
  name: '办结',
  input: {
    ...caseInput,
    properties: {
      caseNumber: text,
      delivery: { type: ['object', 'null'], properties: { number: { type: ['string', 'null'] } } },
    },
  },
  output: objectWith({ result: text }),
  errors: [],
  async handle({ variables: { caseNumber, delivery }, step }, { domain }) {
    const number = delivery?.number;
    const finished = await domain.cases.finish(caseNumber, step, number ? { trackingNumber: number } : undefined);
    return completed({ result: finished.result });
  },
});
