/** Which materials a case needs, and which of them are not there. */
import { evaluate } from 'feelin';
import type { BundleManifest, BundleMaterial } from '../bundles/manifest.js';
import type { MissingMaterial } from './case-types.js';

/** The materials the applicant must hand in, given what the form says. What may follow later (容缺后补) is not among them. */
export function requiredMaterials(manifest: BundleManifest, form: Readonly<Record<string, unknown>>): BundleMaterial[] {
  return manifest.materials.filter((material) => {
    if (material.source !== 'applicant') return false;
    return material.need === 'required' || isRequiredBy(material.requiredWhen, form);
  });
}

export function missingMaterials(
  manifest: BundleManifest,
  form: Readonly<Record<string, unknown>>,
  handedIn: readonly { readonly materialId: string }[],
): MissingMaterial[] {
  const present = new Set(handedIn.map((material) => material.materialId));
  return requiredMaterials(manifest, form)
    .filter((material) => !present.has(material.id))
    .map((material) => ({ id: material.id, name: material.name, reason: `缺少“${material.name}”` }));
}

function isRequiredBy(condition: string | undefined, form: Readonly<Record<string, unknown>>): boolean {
  if (condition === undefined) return false;
  return evaluate(condition.replace(/^\s*=/, ''), { ...form }).value === true;
}
