import { createHash } from 'node:crypto';

/** LMDB keys are short; longer text is replaced by its hash. */
const LONGEST_KEY_TEXT = 500;

/** One unambiguous key for two texts, such as message name and correlation key. */
export function correlationId(first: string, second: string): string {
  return keyText(`${first.length}:${first}:${second}`);
}

/** The text itself, or a hash of it where it is too long to be a key. */
export function keyText(text: string): string {
  if (text.length <= LONGEST_KEY_TEXT) return text;
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
