/** A stored case as a person may see it. */
import type { BundleManifest } from '../bundles/manifest.js';
import type { Actor } from '../users/actor.js';
import { mayActFor, sightOf } from './case-access.js';
import { lightOf } from './case-limits.js';
import type { CaseDocument, CorrectionDocument } from './case-model.js';
import { isFinal } from './case-transitions.js';
import type { CaseAction, CaseMaterialView, CaseSummary, CaseView, CorrectionView } from './case-types.js';
import { maskName, seenApplicant, seenForm, type Sight } from './masking.js';

export function viewOf(
  found: CaseDocument,
  manifest: BundleManifest,
  actor: Actor,
  now: Date,
  sight: Sight = sightOf(found, actor),
): CaseView {
  return {
    ...factsOf(found, now),
    applicant: seenApplicant(found.applicant, sight),
    form: seenForm(found.form, manifest, sight),
    materials: materialsOf(found, manifest),
    items: found.items.map((item) => ({
      ...item,
      departmentName: manifest.departments[item.department]?.name ?? item.department,
    })),
    limits: {
      promisedDueAt: found.limits.promisedDueAt,
      warnAt: found.limits.warnAt,
      light: lightOf(found, now),
    },
    corrections: found.corrections
      .filter((correction) => !correction.closedAt)
      .map((correction) => correctionView(correction, manifest)),
    acceptedAt: found.acceptedAt,
    finishedAt: found.finishedAt,
    delivery: sight === 'masked' ? { ...found.delivery, address: null } : found.delivery,
    processInstanceKey: found.processInstanceKey,
    allowed: allowedFor(found, actor),
  };
}

export function summaryOf(found: CaseDocument, actor: Actor, now: Date): CaseSummary {
  const sight = sightOf(found, actor);
  return {
    ...factsOf(found, now),
    applicantName: sight === 'own' ? found.applicant.name : maskName(found.applicant.name),
    light: lightOf(found, now),
  };
}

type Facts = Omit<CaseSummary, 'applicantName' | 'light'>;

function factsOf(found: CaseDocument, _now: Date): Facts {
  const { bundleId, bundleName, bundleVersion, channel, window, state, result, submittedAt, updatedAt } = found;
  return {
    caseNumber: found._id,
    bundleId,
    bundleName,
    bundleVersion,
    channel,
    window,
    state,
    result,
    submittedAt,
    updatedAt,
  };
}

function materialsOf(found: CaseDocument, manifest: BundleManifest): CaseMaterialView[] {
  return manifest.materials.map(({ id, name, need }) => ({
    materialId: id,
    name,
    need,
    files: found.materials
      .filter((material) => material.materialId === id)
      .map(({ fileId, fileName, contentType, bytes, stage, at }) => ({
        fileId,
        fileName,
        contentType,
        bytes,
        stage,
        at,
      })),
  }));
}

function correctionView(correction: CorrectionDocument, manifest: BundleManifest): CorrectionView {
  const { number, askedAt, askedBy, missing, answeredAt, dueAt } = correction;
  return { number, askedAt, by: askerName(askedBy, manifest), missing, answeredAt, dueAt };
}

/** `precheck`, `window` or a department, in Chinese. */
export function askerName(askedBy: string, manifest: BundleManifest): string {
  if (askedBy === 'precheck') return '自动预审';
  if (askedBy === 'window') return '综合窗口';
  return manifest.departments[askedBy]?.name ?? askedBy;
}

export function openCorrections(found: CaseDocument): CorrectionDocument[] {
  return found.corrections.filter((correction) => !correction.answeredAt && !correction.closedAt);
}

function allowedFor(found: CaseDocument, actor: Actor): CaseAction[] {
  if (!mayActFor(found, actor) || found.withdrawal || isFinal(found.state)) return [];
  return openCorrections(found).length > 0 ? ['correct', 'withdraw'] : ['withdraw'];
}
