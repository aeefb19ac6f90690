/**
 * The order in which Zeebe goes through maps keyed by text: that of Scala's hash maps. Keys of decisions, of results with
 * many outputs and of contexts come out in it, so records look the same on both engines.
 */

/** Java's `String.hashCode`. */
function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

/** Keys as a mutable hash map that they were added to one by one gives them: decisions of a file. */
export function inMutableMapOrder(keys: readonly string[]): string[] {
  let size = 16;
  while (keys.length >= size * 0.75) size *= 2;
  const placed = keys.map((key) => {
    const hash = hashOf(key);
    const spread = hash ^ (hash >>> 16);
    return { key, bucket: spread & (size - 1), spread };
  });
  return placed.sort((a, b) => a.bucket - b.bucket || a.spread - b.spread).map(({ key }) => key);
}

/** Keys as an immutable map gives them: up to four stay in order, more are in the order of their hashes. */
export function inImmutableMapOrder(keys: readonly string[]): string[] {
  if (keys.length <= 4) return [...keys];
  return inTrieOrder(
    keys.map((key) => ({ key, hash: improve(hashOf(key)) })),
    0,
  );
}

interface Hashed {
  readonly key: string;
  readonly hash: number;
}

/** A node gives the keys that are alone in their slot first, then what lies deeper. */
function inTrieOrder(entries: readonly Hashed[], shift: number): string[] {
  if (shift > 30) return entries.map(({ key }) => key);
  const slots: Hashed[][] = Array.from({ length: 32 }, () => []);
  for (const entry of entries) slots[(entry.hash >>> shift) & 31]?.push(entry);
  const alone = slots.filter((slot) => slot.length === 1).flatMap((slot) => slot.map(({ key }) => key));
  const deeper = slots.filter((slot) => slot.length > 1).flatMap((slot) => inTrieOrder(slot, shift + 5));
  return [...alone, ...deeper];
}

function improve(hash: number): number {
  let improved = (hash + ~(hash << 9)) | 0;
  improved ^= improved >>> 14;
  improved = (improved + (improved << 4)) | 0;
  return improved ^ (improved >>> 10);
}
