import type { Forms, FormSchema } from '../api/types';

/** An empty form as form-js wants it. */
export function newForm(bundleId: string, name: string): FormSchema {
  return {
    type: 'default',
    id: `${bundleId}-${name}`,
    schemaVersion: 19,
    executionPlatform: 'Camunda Cloud',
    executionPlatformVersion: '8.5.0',
    components: [
      { type: 'textarea', id: 'field-opinion', key: 'opinion', label: '办理意见', validate: { maxLength: 500 } },
    ],
  };
}

/** A name after the wish that no form has yet: lower case, digits and hyphens. */
export function freeFormName(wish: string, forms: Forms): string {
  const stem =
    wish
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'form';
  if (!(stem in forms)) return stem;
  let number = 2;
  while (`${stem}-${number}` in forms) number += 1;
  return `${stem}-${number}`;
}
