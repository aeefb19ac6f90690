/** What the process does with a case. Every operation is done once per element instance and answers the same again. */
import { DateTime } from 'luxon';
import type { BundleService, BundleVersion } from '../bundles/bundle-types.js';
import type { WorkingCalendar } from '../calendar/calendar-types.js';
import { applyStep, changeCase, getCase, type CaseChange, type ChangeDeps } from './case-change.js';
import { limitsFrom } from './case-limits.js';
import { CaseModel, type CaseDocument, type CaseItemDocument } from './case-model.js';
import { RESULT_NAMES, resultOf } from './case-results.js';
import type { AskedCorrection, CaseFacts, CaseSteps, ItemOutcome, Step } from './case-service-types.js';
import { CASE_STATE_NAMES, isFinal, stateForbids } from './case-transitions.js';
import type { CaseLimits, CaseState, ItemResult } from './case-types.js';
import { askerName, openCorrections } from './case-view.js';
import { missingMaterials } from './material-check.js';

export interface CaseStepsDeps extends ChangeDeps {
  readonly bundles: BundleService;
  readonly calendar: WorkingCalendar;
}

export interface CaseStepsInternal extends CaseSteps {
  /** The first time a process shows itself: which instance and which version run the case; it is being looked at now. */
  begin(caseNumber: string, step: Step): Promise<void>;
}

export function createCaseSteps(deps: CaseStepsDeps): CaseStepsInternal {
  const bundleOf = (found: CaseDocument): Promise<BundleVersion> =>
    deps.bundles.get(found.bundleId, found.bundleVersion);

  async function begin(caseNumber: string, step: Step): Promise<void> {
    const found = await getCase(caseNumber);
    if (found.processInstanceKey === step.processInstanceKey && found.state !== 'received') return;
    const running = step.processDefinitionKey
      ? await deps.bundles.findByProcessDefinition(step.processDefinitionKey)
      : undefined;
    await changeCase(caseNumber, (now) => begun(now, step, running), deps);
  }

  return {
    begin,

    facts: async (caseNumber) => factsOf(await getCase(caseNumber)),

    precheck: async (caseNumber, step) => {
      await begin(caseNumber, step);
      const { manifest } = await bundleOf(await getCase(caseNumber));
      const decide = (found: CaseDocument): CaseChange<{ complete: boolean; missing: CaseMissing }> => {
        const missing = missingMaterials(manifest, found.form, found.materials);
        const complete = missing.length === 0;
        const title = complete ? '自动预审：材料齐全' : `自动预审：缺少 ${missing.length} 份材料`;
        return { timeline: [line(step, 'prechecked', title)], answer: { complete, missing } };
      };
      return applyStep(caseNumber, step, 'precheck', decide, deps);
    },

    askCorrection: async (caseNumber, step, asked) => {
      const { manifest } = await bundleOf(await getCase(caseNumber));
      const decide = (found: CaseDocument, now: Date): CaseChange<Asked> => {
        const dueAt = deps.calendar.addWorkingDays(now, manifest.limits.correctionDays);
        return correctionAsked(found, step, asked, { now, dueAt, by: askerName(asked.askedBy, manifest) });
      };
      return applyStep(caseNumber, step, 'ask-correction', decide, deps);
    },

    accept: async (caseNumber, step) => {
      const { manifest } = await bundleOf(await getCase(caseNumber));
      const decide = (found: CaseDocument, now: Date): CaseChange<{ limits: CaseLimits }> => {
        const limits = limitsFrom(now, manifest.limits, deps.calendar);
        const detail = `承诺 ${manifest.limits.promisedWorkingDays} 个工作日内办结，最晚 ${day(limits.promisedDueAt)}`;
        return {
          set: { state: 'in-progress', acceptedAt: now, limits, items: found.items.map(begunItem) },
          timeline: [line(step, 'accepted', '已受理，各部门开始联办', detail)],
          answer: { limits },
        };
      };
      return applyStep(caseNumber, step, 'accept', decide, deps);
    },

    recordItemResult: async (caseNumber, step, outcome) => {
      await applyStep(caseNumber, step, 'item-result', (found, now) => itemRecorded(found, step, outcome, now), deps);
    },

    warn: async (caseNumber, step) => {
      await applyStep(caseNumber, step, 'warn', (found, now) => warned(found, step, now), deps);
    },

    escalate: async (caseNumber, step) => {
      await applyStep(caseNumber, step, 'escalate', (found, now) => escalated(found, step, now), deps);
    },

    closeWithdrawn: async (caseNumber, step) => {
      const decide = (found: CaseDocument, now: Date): CaseChange<null> =>
        closed(found, step, now, 'withdrawn', { title: '已作废办结', reason: found.withdrawal?.reason });
      await applyStep(caseNumber, step, 'withdraw', decide, deps);
    },

    returnCase: async (caseNumber, step, reason) => {
      const decide = (found: CaseDocument, now: Date): CaseChange<null> =>
        closed(found, step, now, 'returned', { title: '已退件', reason });
      await applyStep(caseNumber, step, 'return', decide, deps);
    },

    notAccept: async (caseNumber, step, reason) => {
      const decide = (found: CaseDocument, now: Date): CaseChange<null> =>
        closed(found, step, now, 'not-accepted', { title: '不予受理', reason });
      await applyStep(caseNumber, step, 'not-accept', decide, deps);
    },

    finish: async (caseNumber, step, delivery) => {
      const decide = (found: CaseDocument, now: Date): CaseChange<{ result: CaseDocument['result'] & string }> => {
        const result = resultOf(found.items.map((item) => item.result));
        return {
          set: {
            state: 'finished',
            result,
            finishedAt: now,
            delivery: { ...found.delivery, trackingNumber: delivery?.trackingNumber ?? found.delivery.trackingNumber },
          },
          timeline: [line(step, 'finished', `已办结：${RESULT_NAMES[result]}`)],
          answer: { result },
        };
      };
      return applyStep(caseNumber, step, 'finish', decide, deps);
    },

    note: async (caseNumber, step, entry) => {
      const decide = (): CaseChange<null> => ({
        timeline: [{ ...entry, elementId: step.elementId }],
        answer: null,
      });
      await applyStep(caseNumber, step, `note-${entry.kind}`, decide, deps);
    },

    cardMade: async (caseNumber, requestId, cardNumber) => {
      const messageId = `${caseNumber}-card-made-${requestId}`;
      // One call-back is one line and one message, however often the bank repeats it.
      const step = { elementInstanceKey: messageId, elementId: 'card-made', processInstanceKey: '' };
      const decide = (found: CaseDocument): CaseChange<null> => ({
        timeline: [cardMadeLine(found, step)],
        // An ended process takes no message: one that came too late stays a line of the record.
        effects: isFinal(found.state)
          ? []
          : [
              {
                id: messageId,
                kind: 'engine.publish-message',
                message: {
                  name: 'bank.card-made',
                  correlationKey: caseNumber,
                  messageId,
                  timeToLiveMs: 7 * 24 * 60 * 60 * 1000,
                  variables: { requestId, cardNumber },
                },
              },
            ],
        answer: null,
      });
      await applyStep(caseNumber, step, 'card-made', decide, deps);
    },

    findByProcessInstance: async (processInstanceKey) => {
      const found = await CaseModel.findOne({ processInstanceKey }, { _id: 1 }).sort({ _id: -1 }).lean();
      return found?._id;
    },
  };
}

type CaseMissing = ReturnType<typeof missingMaterials>;
interface Asked {
  number: number;
  correctionDueAt: Date;
  limits: CaseLimits;
}

type Line = { kind: string; title: string; detail?: string; elementId: string };

function line(step: Step, kind: string, title: string, detail?: string): Line {
  return { kind, title, elementId: step.elementId, ...(detail ? { detail } : {}) };
}

/** The bank may tell of a card whose case was ended meanwhile: worth knowing, but no progress. */
function cardMadeLine(found: CaseDocument, step: Step): Line {
  if (!isFinal(found.state)) return line(step, 'card-made', '合作银行：卡片已制成');
  const title = `合作银行在办件${CASE_STATE_NAMES[found.state]}后通知卡片已制成`;
  return line(step, 'card-made-late', title, '办件已经结束，未再推进，请与合作银行核对该卡片');
}

function begun(found: CaseDocument, step: Step, running: BundleVersion | undefined): CaseChange<null> | undefined {
  if (isFinal(found.state)) return undefined;
  const ours = running?.id === found.bundleId ? running : undefined;
  return {
    set: {
      processInstanceKey: step.processInstanceKey,
      ...(ours ? { bundleVersion: ours.version } : {}),
      ...(found.state === 'received' ? { state: 'pre-accepting' } : {}),
    },
    answer: null,
  };
}

function begunItem(item: CaseItemDocument): CaseItemDocument {
  return item.result === null ? { ...item, state: 'in-progress' } : item;
}

function correctionAsked(
  found: CaseDocument,
  step: Step,
  { missing, askedBy }: AskedCorrection,
  { now, dueAt, by }: { now: Date; dueAt: Date; by: string },
): CaseChange<Asked> {
  const number = found.corrections.length + 1;
  const limits = { ...found.limits, correctionDueAt: dueAt };
  const correction = { number, askedBy, askedAt: now, dueAt, missing: [...missing], answeredAt: null, closedAt: null };
  const detail = missing.map((material) => `${material.name}：${material.reason}`).join('；');
  return {
    set: {
      state: 'correcting',
      limits,
      corrections: [...found.corrections, correction],
      items: found.items.map((item) =>
        item.department === askedBy && item.result === null ? { ...item, state: 'correcting' } : item,
      ),
    },
    timeline: [{ ...line(step, 'correction-asked', `${by}要求补正，请于 ${day(dueAt)} 前补齐`, detail), actor: by }],
    answer: { number, correctionDueAt: dueAt, limits },
  };
}

function itemRecorded(found: CaseDocument, step: Step, outcome: ItemOutcome, now: Date): CaseChange<null> {
  const item = found.items.find((candidate) => candidate.itemId === outcome.item);
  if (!item) throw stateForbids(`办件 ${found._id} 中没有事项 ${outcome.item}。`);
  if (isFinal(found.state)) throw stateForbids(`办件 ${found._id} 已经结束，不能再登记事项结果。`);
  const reason = outcome.reason ?? null;
  const items = found.items.map((candidate) =>
    candidate === item ? { ...item, state: itemStateOf(outcome.result), result: outcome.result, reason } : candidate,
  );
  // An item that ends without an answer to its correction ends the correction too.
  const corrections = found.corrections.map((correction) =>
    correction.askedBy === item.department && !correction.answeredAt && !correction.closedAt
      ? { ...correction, closedAt: now }
      : correction,
  );
  const stillOpen = corrections.some((correction) => !correction.answeredAt && !correction.closedAt);
  const resumes = found.state === 'correcting' && found.acceptedAt !== null && !stillOpen;
  const title = `${item.name}：${RESULT_NAMES[outcome.result]}`;
  return {
    set: { items, corrections, ...(resumes ? { state: 'in-progress' } : {}) },
    timeline: [line(step, `item-${outcome.result}`, title, outcome.reason)],
    answer: null,
  };
}

function itemStateOf(result: ItemResult): CaseState {
  switch (result) {
    case 'granted':
    case 'refused':
      return 'finished';
    default:
      return result;
  }
}

function warned(found: CaseDocument, step: Step, now: Date): CaseChange<null> {
  if (isFinal(found.state) || found.warnedAt) return { answer: null };
  const detail = `承诺时限为 ${day(found.limits.promisedDueAt)}`;
  return { set: { warnedAt: now }, timeline: [line(step, 'warned', '临近承诺时限，已预警', detail)], answer: null };
}

function escalated(found: CaseDocument, step: Step, now: Date): CaseChange<null> {
  if (isFinal(found.state) || found.escalatedAt) return { answer: null };
  return { set: { escalatedAt: now }, timeline: [line(step, 'escalated', '超过承诺时限，已督办')], answer: null };
}

/** Ends the case before it was decided: every item without a result shares its end. */
function closed(
  found: CaseDocument,
  step: Step,
  now: Date,
  end: 'withdrawn' | 'returned' | 'not-accepted',
  { title, reason }: { title: string; reason: string | undefined },
): CaseChange<null> {
  return {
    set: {
      state: end,
      result: end,
      finishedAt: now,
      items: found.items.map((item) =>
        item.result === null ? { ...item, state: end, result: end, reason: reason ?? null } : item,
      ),
      corrections: found.corrections.map((correction) =>
        openCorrections(found).includes(correction) ? { ...correction, closedAt: now } : correction,
      ),
    },
    timeline: [line(step, end, title, reason)],
    answer: null,
  };
}

function factsOf(found: CaseDocument): CaseFacts {
  const { name, idNumber, phone } = found.applicant;
  return {
    caseNumber: found._id,
    bundleId: found.bundleId,
    bundleVersion: found.bundleVersion,
    channel: found.channel,
    window: found.window,
    state: found.state,
    applicant: { name, idNumber, phone },
    form: found.form,
    materials: found.materials.map(({ materialId, fileId, sha256 }) => ({ materialId, fileId, sha256 })),
    limits: found.limits,
    result: found.result,
    items: found.items.map(({ itemId, state, result }) => ({ itemId, state, result })),
    processInstanceKey: found.processInstanceKey,
  };
}

function day(at: Date): string {
  return DateTime.fromJSDate(at, { zone: 'Asia/Shanghai' }).toFormat('yyyy-LL-dd');
}
