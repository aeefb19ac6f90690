/** What a file is by its first bytes, whatever its name says. */
export type FileType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** So many bytes decide. */
export const SIGNATURE_BYTES = 8;

const SIGNATURES: readonly (readonly [FileType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];

export function findFileType(start: Buffer): FileType | undefined {
  return SIGNATURES.find(([, signature]) => start.subarray(0, signature.length).equals(signature))?.[0];
}

export const FILE_TYPE_NAMES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
};
