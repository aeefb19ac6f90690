/** The body of Elasticsearch's `_bulk`: lines of JSON, an action and then its document. */
import { createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import { parseExact } from './parse-exact.js';

export interface BulkItem {
  /** `_id` of the action, or null. */
  readonly id: string | null;
  readonly index: string | null;
  readonly document: unknown;
}

/** The body cannot be read as bulk; `status` is what Elasticsearch would answer. */
export class BulkBodyError extends Error {
  override name = 'BulkBodyError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Reads actions and documents as they arrive. @throws BulkBodyError */
export async function readBulk(body: Readable, encoding: string | undefined, maxBytes: number): Promise<BulkItem[]> {
  const items: BulkItem[] = [];
  let action: Action | undefined;
  for await (const line of linesOf(decoded(body, encoding), maxBytes)) {
    if (line.trim() === '') continue;
    const value = parseLine(line);
    if (action) {
      items.push({ ...action, document: value });
      action = undefined;
    } else {
      action = actionOf(value);
    }
  }
  if (action) throw new BulkBodyError(400, 'The last action has no document.');
  return items;
}

type Action = Pick<BulkItem, 'id' | 'index'>;

function actionOf(value: unknown): Action {
  const { index, create } = (value ?? {}) as { index?: unknown; create?: unknown };
  const target = (index ?? create) as { _id?: unknown; _index?: unknown } | undefined;
  if (typeof target !== 'object' || target === null) {
    throw new BulkBodyError(400, 'Expected an index or create action.');
  }
  return {
    id: typeof target._id === 'string' ? target._id : null,
    index: typeof target._index === 'string' ? target._index : null,
  };
}

function parseLine(line: string): unknown {
  try {
    return parseExact(line);
  } catch {
    throw new BulkBodyError(400, 'A line is not valid JSON.');
  }
}

function decoded(body: Readable, encoding: string | undefined): Readable {
  if (encoding === undefined || encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new BulkBodyError(415, `Content encoding '${encoding}' is not supported.`);
  const gunzip = createGunzip();
  body.on('error', (error) => gunzip.destroy(error));
  return body.pipe(gunzip);
}

/** Lines end with \n only: JSON may hold U+2028, which readline would break at. */
async function* linesOf(body: Readable, maxBytes: number): AsyncGenerator<string> {
  let pending: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new BulkBodyError(413, `A bulk may have ${maxBytes} bytes at most.`);
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      pending.push(chunk.subarray(start, end));
      yield Buffer.concat(pending).toString('utf8');
      pending = [];
      start = end + 1;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) yield Buffer.concat(pending).toString('utf8');
}
