/** What people do with cases. */
import { AppError } from '../../shared/errors.js';
import type { BundleService } from '../bundles/bundle-types.js';
import type { WorkingCalendar } from '../calendar/calendar-types.js';
import type { MaterialService } from '../materials/material-types.js';
import type { Effect } from '../outbox/outbox-types.js';
import { decodeCursor, encodeCursor, limitOf } from '../paging.js';
import type { Actor } from '../users/actor.js';
import { getReadable, logReading, mayActFor, readableFilter } from './case-access.js';
import { announceCase, caseNotFound, changeCase, type CaseChange, type ChangeDeps } from './case-change.js';
import { limitsFrom, openWithLight } from './case-limits.js';
import { CaseModel, type CaseDocument } from './case-model.js';
import { nextCaseNumber } from './case-number.js';
import type { CaseDesk } from './case-service-types.js';
import { isFinal, stateForbids } from './case-transitions.js';
import type { ApplicantDetails, CaseFilter, CaseView, CorrectCase, SubmitCase } from './case-types.js';
import { openCorrections, summaryOf, viewOf } from './case-view.js';
import { withoutMasks } from './masking.js';
import { applicantOf, deliveryOf, bodyHashOf, checkFiling, checkForm, findHandedIn, newCase } from './filing.js';

export interface CaseDeskDeps extends ChangeDeps {
  readonly bundles: BundleService;
  readonly materials: MaterialService;
  readonly calendar: WorkingCalendar;
  /** The window that hands over what online cases need in person; null when there is none. */
  readonly defaultWindow: string | null;
}

const MESSAGE_TTL_MS = 24 * 60 * 60 * 1000;
const DUPLICATE_KEY = 11000;

export function createCaseDesk(deps: CaseDeskDeps): CaseDesk {
  const view = async (found: CaseDocument, actor: Actor): Promise<CaseView> => {
    const bundle = await deps.bundles.get(found.bundleId, found.bundleVersion);
    return viewOf(found, bundle.manifest, actor, deps.clock.now());
  };

  return {
    submit: async (input, actor, idempotencyKey) => {
      const { found, created } = await submit(input, actor, idempotencyKey, deps);
      return { view: await view(found, actor), created };
    },

    get: async (caseNumber, actor) => {
      const found = await getReadable(caseNumber, actor);
      await logReading(found, actor, 'case', deps.clock);
      return view(found, actor);
    },

    list: async (filter, page, actor) => {
      const limit = limitOf(page);
      const after = decodeCursor(page.cursor);
      const conditions = [
        readableFilter(actor),
        wanted(filter, deps.clock.now()),
        ...(after ? [{ _id: { $lt: after } }] : []),
      ];
      const found = await CaseModel.find({ $and: conditions })
        .sort({ _id: -1 })
        .limit(limit + 1)
        .lean();
      const items = found.slice(0, limit).map((document) => summaryOf(document, actor, deps.clock.now()));
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor(last.caseNumber) : null };
    },

    timeline: async (caseNumber, actor) => {
      const found = await getReadable(caseNumber, actor);
      await logReading(found, actor, 'timeline', deps.clock);
      return [...found.timeline].sort((a, b) => a.at.getTime() - b.at.getTime());
    },

    correct: async (caseNumber, input, actor) => {
      const found = await getActable(caseNumber, actor);
      const correction = await checkCorrection(found, input, actor, deps);
      const decide = (now: CaseDocument, at: Date): CaseChange<null> => correctionChange(now, correction, actor, at);
      return view(await changeCase(caseNumber, decide, deps), actor);
    },

    withdraw: async (caseNumber, reason, actor) => {
      await getActable(caseNumber, actor);
      const decide = (now: CaseDocument, at: Date): CaseChange<null> | undefined => withdrawal(now, reason, actor, at);
      return view(await changeCase(caseNumber, decide, deps), actor);
    },

    assertReadable: async (caseNumber, actor) => {
      await getReadable(caseNumber, actor);
    },
  };
}

async function submit(
  input: SubmitCase,
  actor: Actor,
  key: string,
  deps: CaseDeskDeps,
): Promise<{ found: CaseDocument; created: boolean }> {
  const before = await findSubmitted(input, actor, key);
  if (before) return { found: before, created: false };
  const bundle = await deps.bundles.get(input.bundleId);
  const now = deps.clock.now();
  const filing = await checkFiling(input, bundle, actor, deps.materials, now);
  const limits = limitsFrom(now, bundle.manifest.limits, deps.calendar);
  const window = (input.channel === 'window' ? actor.queue : undefined) ?? deps.defaultWindow;
  const document = newCase(await nextCaseNumber(now), filing, { input, actor, key, limits, window, now });
  try {
    await CaseModel.collection.insertOne(document as never);
  } catch (error) {
    if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error;
    const twin = await findSubmitted(input, actor, key);
    if (!twin) throw error;
    return { found: twin, created: false };
  }
  deps.outbox.wake();
  announceCase(document, deps.live);
  return { found: document, created: true };
}

/** @throws AppError unprocessable IDEMPOTENCY_KEY_REUSED */
async function findSubmitted(input: SubmitCase, actor: Actor, key: string): Promise<CaseDocument | undefined> {
  const filter = { 'submission.actorId': actor.id, 'submission.key': key };
  const found = await CaseModel.findOne(filter).lean();
  if (!found) return undefined;
  if (found.submission.bodyHash === bodyHashOf(input)) return found;
  throw new AppError('unprocessable', 'IDEMPOTENCY_KEY_REUSED', '这个提交编号已用于另一份申请。请刷新页面后重新提交。');
}

async function getActable(caseNumber: string, actor: Actor): Promise<CaseDocument> {
  const found = await getReadable(caseNumber, actor);
  if (mayActFor(found, actor)) return found;
  if (actor.role === 'applicant') throw caseNotFound(caseNumber);
  throw new AppError('forbidden', 'CASE_NOT_YOURS', '只有申请人或代收窗口可以进行该操作。');
}

interface CheckedCorrection {
  readonly form:
    (Pick<CaseDocument, 'delivery'> & { data: Record<string, unknown>; applicant: ApplicantDetails }) | undefined;
  readonly materials: CaseDocument['materials'];
}

async function checkCorrection(
  found: CaseDocument,
  input: CorrectCase,
  actor: Actor,
  deps: CaseDeskDeps,
): Promise<CheckedCorrection> {
  const bundle = await deps.bundles.get(found.bundleId, found.bundleVersion);
  const now = deps.clock.now();
  const materials = await findHandedIn(input.materials, bundle, deps.materials, actor, 'acceptance', now);
  const data = input.form
    ? checkForm(bundle, { ...found.form, ...withoutMasks(input.form, found.form, bundle.manifest) })
    : undefined;
  if (!data && materials.length === 0) {
    throw new AppError('invalid', 'CASE_CORRECTION_EMPTY', '请修改申请表或上传需要补正的材料后再提交。');
  }
  const form = data && { data, applicant: applicantOf(data, bundle), delivery: deliveryOf(data, bundle) };
  return { form, materials };
}

function correctionChange(
  found: CaseDocument,
  { form, materials }: CheckedCorrection,
  actor: Actor,
  at: Date,
): CaseChange<null> {
  const open = openCorrections(found);
  if (open.length === 0 || found.withdrawal) throw stateForbids('办件当前没有待补正的内容，无需补正。');
  const renewed = new Set(materials.map((material) => material.materialId));
  return {
    set: {
      state: found.acceptedAt ? 'in-progress' : 'pre-accepting',
      ...(form ? { form: form.data, delivery: form.delivery } : {}),
      ...(form ? { applicant: { ...found.applicant, ...form.applicant } } : {}),
      materials: [...found.materials.filter((material) => !renewed.has(material.materialId)), ...materials],
      corrections: found.corrections.map((correction) =>
        open.includes(correction) ? { ...correction, answeredAt: at } : correction,
      ),
      items: found.items.map((item) => (item.state === 'correcting' ? { ...item, state: 'in-progress' } : item)),
    },
    timeline: [{ kind: 'corrected', title: '已提交补正', actor: actor.displayName }],
    effects: open.map(({ number }) => correctedMessage(found._id, number)),
    answer: null,
  };
}

function correctedMessage(caseNumber: string, number: number): Effect {
  const messageId = `${caseNumber}-correction-${number}`;
  return {
    id: messageId,
    kind: 'engine.publish-message',
    message: {
      name: 'case.corrected',
      correlationKey: caseNumber,
      messageId,
      timeToLiveMs: MESSAGE_TTL_MS,
      variables: { correctionNumber: number },
    },
  };
}

/** The process decides: it closes the case when it has ended its work. Asked twice, it is one withdrawal. */
function withdrawal(found: CaseDocument, reason: string, actor: Actor, at: Date): CaseChange<null> | undefined {
  if (isFinal(found.state)) throw stateForbids('办件已经办结，不能撤回。');
  if (found.withdrawal) return undefined;
  const messageId = `${found._id}-withdrawal`;
  return {
    set: { withdrawal: { at, reason, by: actor.displayName } },
    timeline: [{ kind: 'withdrawal-requested', title: '申请撤回办件', detail: reason, actor: actor.displayName }],
    effects: [
      {
        id: messageId,
        kind: 'engine.publish-message',
        message: {
          name: 'case.withdrawn',
          correlationKey: found._id,
          messageId,
          timeToLiveMs: MESSAGE_TTL_MS,
          variables: {},
        },
      },
    ],
    answer: null,
  };
}

function wanted({ state, q, lights }: CaseFilter, now: Date): Record<string, unknown> {
  const text = q?.trim();
  return {
    ...(state ? { state } : {}),
    ...(lights && lights.length > 0 ? { $and: [openWithLight(lights, now)] } : {}),
    ...(text ? { $or: [{ _id: { $regex: `^${escaped(text.toUpperCase())}` } }, nameLike(text)] } : {}),
  };
}

/** Regular expressions as text: SecantusDB finds nothing by RegExp values on indexed fields. */
function nameLike(text: string): Record<string, unknown> {
  return { 'applicant.name': { $regex: `^${escaped(text)}` } };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
