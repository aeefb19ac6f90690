/**
 * A stored value carries a checksum over its bytes and its place (table and key), so that a torn or flipped page, or a
 * page that lies where another belongs, is noticed when it is read.
 */
import { crc32 } from 'node:zlib';
import { EngineDataDamaged } from './engine-data-damaged.js';
import type { RowKey } from './backing.js';

/** Bytes that stand before each stored value. */
export const SEAL_BYTES = 4;

/** From here on the native routine is faster than its call costs. */
const NATIVE_FROM = 80;

const TABLE = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Writes the checksum into the first bytes. @param bytes the value, with `SEAL_BYTES` free before it */
export function seal(table: string, key: RowKey, bytes: Buffer): Buffer {
  bytes.writeUInt32LE(checksum(table, key, bytes), 0);
  return bytes;
}

/**
 * The value without its checksum.
 * @throws EngineDataDamaged
 */
export function unseal(table: string, key: RowKey, bytes: Buffer): Buffer {
  if (bytes.length < SEAL_BYTES || bytes.readUInt32LE(0) !== checksum(table, key, bytes)) {
    throw new EngineDataDamaged(`the row ${JSON.stringify(key)} of ${table} is not what was written`);
  }
  return bytes.subarray(SEAL_BYTES);
}

function checksum(table: string, key: RowKey, bytes: Buffer): number {
  let place = placeOf(table.length, table);
  if (typeof key === 'object') place = placeOf(placeOf(place, key[0]), key[1]);
  else place = placeOf(place, key);
  if (bytes.length >= NATIVE_FROM) return crc32(bytes.subarray(SEAL_BYTES), place >>> 0);
  let crc = ~place;
  for (let at = SEAL_BYTES; at < bytes.length; at += 1) {
    crc = (TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

function placeOf(seed: number, part: string | number): number {
  if (typeof part === 'number') {
    const high = Math.floor(part / 2 ** 32);
    return Math.imul(Math.imul(seed ^ (part | 0), 0x01000193) ^ high, 0x01000193);
  }
  let hash = seed;
  for (let at = 0; at < part.length; at += 1) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
  return hash;
}
