import type { ManifestMaterial } from '../../api/types';
import type { Fill, TextKey } from '../../i18n/texts';
import { formatBytes, formatFormats } from '../../lib/format';

export interface FileComplaint {
  key: TextKey;
  fill: Fill;
}

const BY_EXTENSION: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

/** Some browsers give no type for a file from a phone's storage: its extension then decides. */
export const typeOf = (file: File): string =>
  file.type || (BY_EXTENSION[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? '');

/** What is wrong with a file before any byte is sent, or undefined. */
export function checkFile(file: File, material: ManifestMaterial): FileComplaint | undefined {
  const { name, size } = file;
  if (size === 0) return { key: 'material.emptyFile', fill: { name } };
  if (!material.formats.some((format) => format === typeOf(file))) {
    return { key: 'material.badType', fill: { name, formats: formatFormats(material.formats) } };
  }
  if (size > material.maxBytes) {
    return { key: 'material.tooBig', fill: { name, size: formatBytes(size), max: formatBytes(material.maxBytes) } };
  }
  return undefined;
}
