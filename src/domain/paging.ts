/** Opaque cursors and the limit of a page. */
import { AppError } from '../shared/errors.js';
import type { PageRequest } from './page.js';

export function limitOf({ limit }: PageRequest): number {
  return Math.min(100, Math.max(1, Math.trunc(limit ?? 20)));
}

/** Where the next page starts: a text made of the sort key of the last entry. */
export function encodeCursor(position: string): string {
  return Buffer.from(position).toString('base64url');
}

/** @throws AppError invalid CURSOR_INVALID */
export function decodeCursor(cursor: string | undefined): string | undefined {
  if (!cursor) return undefined;
  const position = Buffer.from(cursor, 'base64url').toString();
  if (encodeCursor(position) === cursor) return position;
  throw new AppError('invalid', 'CURSOR_INVALID', '翻页位置无效，请从第一页重新开始。');
}
