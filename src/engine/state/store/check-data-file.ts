import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = 4096;
const MAGIC_AT = 24;
const MAGIC = 0xbeefc0de;

/**
 * Looks at the two head pages before LMDB maps the file: on a file that is not its own it may end the process.
 * @throws Error that names the file
 */
export function checkDataFile(dataDir: string): void {
  const file = join(dataDir, 'data.mdb');
  if (!existsSync(file)) return;
  const head = Buffer.alloc(2 * PAGE);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, head, 0, head.length, 0);
  closeSync(descriptor);
  if (length === 0) return;
  const isWhole = length === head.length && [0, PAGE].every((page) => head.readUInt32LE(page + MAGIC_AT) === MAGIC);
  if (!isWhole)
    throw new Error(`Expected ${file} to be an engine's data, but it is torn or corrupt: it is left as it is`);
}
