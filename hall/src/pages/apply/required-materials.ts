import { evaluate } from 'feelin';
import type { FormData, ManifestMaterial } from '../../api/types';

export interface NeededMaterial {
  material: ManifestMaterial;
  required: boolean;
}

/** A condition that cannot be decided asks for nothing: the server has the last word. */
function holds(condition: string, form: FormData): boolean {
  try {
    const { value } = evaluate(condition.replace(/^=/, ''), form);
    return value === true;
  } catch {
    return false;
  }
}

/** The materials this applicant hands in, with what the form decides about them. */
export function neededMaterials(materials: readonly ManifestMaterial[], form: FormData): NeededMaterial[] {
  return materials
    .filter((material) => material.source === 'applicant')
    .map((material) => ({
      material,
      required: material.need === 'required' || (material.requiredWhen ? holds(material.requiredWhen, form) : false),
    }))
    .filter(({ material, required }) => required || material.need !== 'optional' || !material.requiredWhen);
}
