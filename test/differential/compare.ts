import { type Groups, groupsOf, type Line } from './normalize.js';
import type { PlayedInstance } from './played-instance.js';

export interface Difference {
  /** Where: a path, or the log of actions. */
  readonly where: string;
  readonly embedded: readonly string[];
  readonly zeebe: readonly string[];
  /** What was done up to where that differs, if it does. */
  readonly log: Pick<Difference, 'embedded' | 'zeebe'>;
}

const LINES_BEFORE = 4;
const LINES_AFTER = 3;
const LOG_BEFORE = 12;

/** The difference that comes first in time; undefined when both did the same. */
export function findDifference(embedded: PlayedInstance, zeebe: PlayedInstance): Difference | undefined {
  const ours = groupsOf(embedded);
  const theirs = groupsOf(zeebe);
  const left = embedded.log.map(toLine);
  const right = zeebe.log.map(toLine);
  const logAt = firstUnequal(left, right);
  const log = excerpt(left, right, logAt ?? left.length, LOG_BEFORE);
  const first = firstOf(ours, theirs);
  if (first) return { ...first, log };
  return logAt === undefined ? undefined : { where: 'what was done', ...log, log };
}

function firstOf(ours: Groups, theirs: Groups): Omit<Difference, 'log'> | undefined {
  let first: { position: number; difference: Omit<Difference, 'log'> } | undefined;
  for (const where of new Set([...ours.keys(), ...theirs.keys()])) {
    const [left, right] = [ours.get(where) ?? [], theirs.get(where) ?? []];
    const at = firstUnequal(left, right);
    if (at === undefined) continue;
    const position = right[at]?.position ?? right.at(-1)?.position ?? Infinity;
    if (first && first.position <= position) continue;
    first = { position, difference: { where, ...excerpt(left, right, at, LINES_BEFORE) } };
  }
  return first?.difference;
}

function toLine(text: string, position: number): Line {
  return { text, position };
}

function firstUnequal(left: readonly Line[], right: readonly Line[]): number | undefined {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    if (left[index]?.text !== right[index]?.text) return index;
  }
  return undefined;
}

function excerpt(
  left: readonly Line[],
  right: readonly Line[],
  at: number,
  before: number,
): Pick<Difference, 'embedded' | 'zeebe'> {
  const cut = (lines: readonly Line[]): string[] =>
    lines.slice(Math.max(0, at - before), at + LINES_AFTER).map(({ text }) => text);
  return { embedded: cut(left), zeebe: cut(right) };
}
