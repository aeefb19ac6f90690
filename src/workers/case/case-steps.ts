/** The steps that change the case itself: each hands over to the domain, which takes repetitions as one. */
import type { ItemResult, MissingMaterial } from '../../domain/cases/case-types.js';
import { caseInput, objectWith, text } from '../../connectors/schemas.js';
import { completed, defineWorker, type AnyWorker } from '../runtime/define-worker.js';

type CaseInput = { caseNumber: string };

const missingMaterials = {
  type: 'array',
  items: objectWith({ id: text, name: text, reason: text }),
};
const limits = objectWith({
  promisedDueAt: { type: 'string', format: 'date-time' },
  warnAt: { type: 'string', format: 'date-time' },
  correctionDueAt: { type: 'string', format: 'date-time' },
});
const nothing = { type: 'object', maxProperties: 0 };

const precheck = defineWorker<CaseInput, object>({
  type: 'case.precheck',
  name: '自动预审',
  input: caseInput,
  output: objectWith({ complete: { type: 'boolean' }, missing: missingMaterials }),
  errors: [],
  handle: async ({ variables, step }, { domain }) => completed(await domain.cases.precheck(variables.caseNumber, step)),
});

const askCorrection = defineWorker<CaseInput & { missing: MissingMaterial[]; askedBy: string }, object>({
  type: 'case.ask-correction',
  name: '一次告知补正',
  input: objectWith({ caseNumber: text, missing: { ...missingMaterials, minItems: 1 }, askedBy: text }),
  output: objectWith({ limits }),
  errors: [],
  async handle({ variables: { caseNumber, missing, askedBy }, step }, { domain }) {
    const asked = await domain.cases.askCorrection(caseNumber, step, { missing, askedBy });
    return completed({ limits: asJson(asked.limits) });
  },
});

const accept = defineWorker<CaseInput, object>({
  type: 'case.accept',
  name: '受理',
  input: caseInput,
  output: objectWith({ limits }),
  errors: [],
  async handle({ variables, step }, { domain }) {
    const accepted = await domain.cases.accept(variables.caseNumber, step);
    return completed({ limits: asJson(accepted.limits) });
  },
});

const ITEM_RESULTS: readonly ItemResult[] = ['granted', 'refused', 'returned', 'not-accepted', 'withdrawn'];

/** Headers `item` and `result` say what is recorded. */
const itemResult = defineWorker<CaseInput & { refusal?: { reason?: string | null } | null }, object>({
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

const warn = defineWorker<CaseInput, object>({
  type: 'case.warn',
  name: '临期预警',
  input: caseInput,
  output: nothing,
  errors: [],
  async handle({ variables, step }, { domain }) {
    await domain.cases.warn(variables.caseNumber, step);
    return completed({});
  },
});

const escalate = defineWorker<CaseInput, object>({
  type: 'case.escalate',
  name: '超期督办',
  input: caseInput,
  output: nothing,
  errors: [],
  async handle({ variables, step }, { domain }) {
    await domain.cases.escalate(variables.caseNumber, step);
    return completed({});
  },
});

const withdraw = defineWorker<CaseInput, object>({
  type: 'case.withdraw',
  name: '作废办结',
  input: caseInput,
  output: nothing,
  errors: [],
  async handle({ variables, step }, { domain }) {
    await domain.cases.closeWithdrawn(variables.caseNumber, step);
    return completed({});
  },
});

const endingInput = objectWith({ caseNumber: text, reason: text });

const returnCase = defineWorker<CaseInput & { reason: string }, object>({
  type: 'case.return',
  name: '退件',
  input: endingInput,
  output: nothing,
  errors: [],
  async handle({ variables: { caseNumber, reason }, step }, { domain }) {
    await domain.cases.returnCase(caseNumber, step, reason);
    return completed({});
  },
});

const notAccept = defineWorker<CaseInput & { reason: string }, object>({
  type: 'case.not-accept',
  name: '不予受理',
  input: endingInput,
  output: nothing,
  errors: [],
  async handle({ variables: { caseNumber, reason }, step }, { domain }) {
    await domain.cases.notAccept(caseNumber, step, reason);
    return completed({});
  },
});

const finish = defineWorker<CaseInput & { delivery?: { number?: string | null } | null }, object>({
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

export const caseSteps: readonly AnyWorker[] = [
  precheck,
  askCorrection,
  accept,
  itemResult,
  warn,
  escalate,
  withdraw,
  returnCase,
  notAccept,
  finish,
];

/** Dates become texts, as they will in the engine. */
function asJson<T>(value: T): unknown {
  return JSON.parse(JSON.stringify(value));
}
