/** Filing a case: everything is checked first, then one write holds the case and the message that starts its process. */
import { createHash } from 'node:crypto';
import { AppError, type FieldError } from '../../shared/errors.js';
import type { BundleVersion } from '../bundles/bundle-types.js';
import { checkFormData } from '../bundles/form-data.js';
import type { MaterialFile, MaterialService } from '../materials/material-types.js';
import { newOutbox } from '../outbox/outbox-fields.js';
import type { Effect } from '../outbox/outbox-types.js';
import type { Actor } from '../users/actor.js';
import { isoLimits } from './case-limits.js';
import type { CaseDocument, CaseMaterialDocument } from './case-model.js';
import { itemNumber } from './case-number.js';
import type { ApplicantDetails, CaseLimits, HandedMaterial, MaterialStage, SubmitCase } from './case-types.js';
import { applicantFieldsOf, deliveryFieldsOf } from './masking.js';
import { missingMaterials } from './material-check.js';

const START_MESSAGE_TTL_MS = 24 * 60 * 60 * 1000;

/** What has been checked and can be stored. */
export interface Filing {
  readonly bundle: BundleVersion;
  readonly form: Record<string, unknown>;
  readonly applicant: ApplicantDetails;
  readonly materials: CaseMaterialDocument[];
}

/** The same request has the same hash, whatever the order of its keys. */
export function bodyHashOf(input: SubmitCase): string {
  return createHash('sha256').update(canonical(input)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}

/** @throws AppError forbidden CASE_CHANNEL_FORBIDDEN, invalid CASE_FORM_INVALID, CASE_MATERIALS_INVALID, CASE_MATERIALS_MISSING */
export async function checkFiling(
  input: SubmitCase,
  bundle: BundleVersion,
  actor: Actor,
  materials: MaterialService,
  now: Date,
): Promise<Filing> {
  checkChannel(input, bundle, actor);
  const form = checkForm(bundle, withApplicant(input, bundle));
  const files = await findHandedIn(input.materials, bundle, materials, actor, 'filing', now);
  if (!input.submitIncomplete) demandComplete(bundle, form, files);
  return { bundle, form, applicant: applicantOf(form, bundle), materials: files };
}

export function applicantOf(form: Readonly<Record<string, unknown>>, bundle: BundleVersion): ApplicantDetails {
  const fields = applicantFieldsOf(bundle.manifest);
  return {
    name: textOf(form[fields.name]) ?? '',
    idNumber: (textOf(form[fields.idNumber]) ?? '').toUpperCase(),
    phone: textOf(form[fields.phone]) ?? '',
  };
}

export function deliveryOf(form: Readonly<Record<string, unknown>>, bundle: BundleVersion): CaseDocument['delivery'] {
  const fields = deliveryFieldsOf(bundle.manifest);
  return { method: textOf(form[fields.method]), address: textOf(form[fields.address]), trackingNumber: null };
}

function checkChannel(input: SubmitCase, bundle: BundleVersion, actor: Actor): void {
  const own = actor.role === 'clerk' ? 'window' : 'online';
  if (input.channel !== own || !bundle.manifest.channels.includes(input.channel)) {
    throw new AppError('forbidden', 'CASE_CHANNEL_FORBIDDEN', '当前身份不能通过该渠道申请这个套餐，请更换申请渠道。');
  }
}

/** A clerk may give the person apart from the form. */
function withApplicant(input: SubmitCase, bundle: BundleVersion): Record<string, unknown> {
  if (!input.applicant) return input.form;
  const fields = applicantFieldsOf(bundle.manifest);
  const { name, idNumber, phone } = input.applicant;
  return { [fields.name]: name, [fields.idNumber]: idNumber, [fields.phone]: phone, ...input.form };
}

/** @throws AppError invalid CASE_FORM_INVALID */
export function checkForm(bundle: BundleVersion, input: Record<string, unknown>): Record<string, unknown> {
  const { data, errors } = checkFormData(bundle.forms[bundle.manifest.startForm] ?? {}, input, {
    prefix: '/form',
    strict: true,
  });
  if (errors.length === 0) return data;
  throw new AppError('invalid', 'CASE_FORM_INVALID', '申请表有内容需要修改，请按提示逐项修改后再提交。', errors);
}

/** @throws AppError invalid CASE_MATERIALS_INVALID naming each file that is not the actor's or not of this bundle */
export async function findHandedIn(
  handed: readonly HandedMaterial[],
  bundle: BundleVersion,
  materials: MaterialService,
  actor: Actor,
  stage: MaterialStage,
  now: Date,
): Promise<CaseMaterialDocument[]> {
  const files = await materials.findOwned(
    handed.map((material) => material.fileId),
    actor,
  );
  const byId = new Map(files.map((file) => [file.id, file]));
  const errors: FieldError[] = [];
  const found = handed.flatMap(({ materialId, fileId }, index) => {
    const file = byId.get(fileId);
    if (file && fits(file, materialId, bundle)) return [materialDocument(file, stage, now)];
    errors.push({ path: `/materials/${index}`, message: '没有找到这个文件，或者它不是为这份材料上传的，请重新上传。' });
    return [];
  });
  if (errors.length === 0) return found;
  throw new AppError('invalid', 'CASE_MATERIALS_INVALID', '有材料文件不能使用，请重新上传后再提交。', errors);
}

function fits(file: MaterialFile, materialId: string, bundle: BundleVersion): boolean {
  const known = bundle.manifest.materials.some((material) => material.id === materialId);
  return known && file.materialId === materialId && file.bundleId === bundle.id;
}

function materialDocument(file: MaterialFile, stage: MaterialStage, at: Date): CaseMaterialDocument {
  const { id, materialId, fileName, contentType, bytes, sha256 } = file;
  return { materialId, fileId: id, fileName, contentType, bytes, sha256, stage, at };
}

function demandComplete(
  bundle: BundleVersion,
  form: Record<string, unknown>,
  files: readonly { materialId: string }[],
): void {
  const missing = missingMaterials(bundle.manifest, form, files);
  if (missing.length === 0) return;
  const names = missing.map((material) => `“${material.name}”`).join('、');
  throw new AppError(
    'invalid',
    'CASE_MATERIALS_MISSING',
    `还缺少${names}。请补齐后再提交；也可以选择先提交，稍后按一次性告知补正。`,
    missing.map((material) => ({ path: `/materials/${material.id}`, message: material.reason })),
  );
}

/** The new case with its start message as an effect. */
export function newCase(
  caseNumber: string,
  filing: Filing,
  request: { input: SubmitCase; actor: Actor; key: string; limits: CaseLimits; window: string | null; now: Date },
): CaseDocument {
  const { input, actor, key, limits, window, now } = request;
  const { manifest, version } = filing.bundle;
  const items = manifest.items.map((item, index) => ({
    number: itemNumber(caseNumber, index),
    itemId: item.id,
    name: item.name,
    department: item.department,
    state: 'received' as const,
    result: null,
    reason: null,
  }));
  const document: Omit<CaseDocument, 'effects' | 'effectsAt' | 'effectsTries' | 'deadEffects'> = {
    _id: caseNumber,
    revision: 1,
    bundleId: manifest.id,
    bundleName: manifest.name,
    bundleVersion: version,
    channel: input.channel,
    window,
    state: 'received',
    result: null,
    applicant: { ...filing.applicant, userId: actor.role === 'applicant' ? actor.id : null },
    submittedBy: { id: actor.id, displayName: actor.displayName },
    submission: { actorId: actor.id, key, bodyHash: bodyHashOf(input) },
    departments: [...new Set(manifest.items.map((item) => item.department))],
    form: filing.form,
    materials: filing.materials,
    items,
    limits,
    corrections: [],
    withdrawal: null,
    warnedAt: null,
    escalatedAt: null,
    delivery: deliveryOf(filing.form, filing.bundle),
    timeline: [
      {
        at: now,
        kind: 'submitted',
        title: submittedTitle(input),
        actor: actor.displayName,
        detail: `办件编号 ${caseNumber}`,
      },
    ],
    applied: [],
    processInstanceKey: null,
    submittedAt: now,
    acceptedAt: null,
    finishedAt: null,
    updatedAt: now,
  };
  return { ...document, ...newOutbox([startEffect(document, filing)], now) };
}

function submittedTitle(input: SubmitCase): string {
  return input.channel === 'window' ? '综合窗口代收，已提交申请' : '网上提交申请';
}

function startEffect(
  document: Pick<CaseDocument, '_id' | 'channel' | 'window' | 'limits' | 'delivery'>,
  filing: Filing,
): Effect {
  const { manifest } = filing.bundle;
  const wanted = manifest.processVariables ?? [];
  const form = Object.fromEntries(wanted.map((field) => [field, filing.form[field] ?? null]));
  return {
    id: `${document._id}-start`,
    kind: 'engine.publish-message',
    message: {
      name: manifest.startMessage,
      correlationKey: document._id,
      messageId: document._id,
      timeToLiveMs: START_MESSAGE_TTL_MS,
      variables: {
        caseNumber: document._id,
        bundleId: manifest.id,
        channel: document.channel,
        window: document.window,
        form,
        deliveryMethod: document.delivery.method,
        limits: isoLimits(document.limits),
      },
    },
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
