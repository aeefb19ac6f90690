import type { Block, BlockKind } from './block.js';
import { BLOCK_KINDS } from './kinds/index.js';
import { VARIABLES } from './names.js';
import { Random } from './random.js';

const MAX_DEPTH = 3;
/** Blocks of one model, about. */
const MAX_BLOCKS = 14;

export interface Model {
  readonly seed: string;
  readonly blocks: readonly Block[];
}

export function generateModel(seed: string): Model {
  return { seed, blocks: new Generator(new Random(seed, 'model')).sequence(0, 1) };
}

/** Makes up blocks; kinds ask it for what they contain. */
export class Generator {
  readonly random: Random;
  #count = 0;

  constructor(random: Random) {
    this.random = random;
  }

  nextId(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }

  /** @param endChance that it ends with an end of its own (error, terminate, …) */
  sequence(depth: number, minimum = 0, endChance = 0.08): Block[] {
    const length = this.random.int(minimum, depth === 0 ? 5 : 2);
    const blocks: Block[] = [];
    for (let index = 0; index < length && this.#count < MAX_BLOCKS; index += 1) blocks.push(this.#block(depth));
    if (this.random.chance(endChance))
      blocks.push(this.#pick((kind) => kind.isEnd === true && !(depth > 0 && kind.isTopLevel)).create(this, depth));
    return blocks;
  }

  /** A condition that holds about every other time. */
  condition(): string {
    // Now and then over a variable that nobody has set: an incident.
    if (this.random.chance(0.04)) return '=missing &gt; 4';
    return `=${this.random.pick(VARIABLES)} ${this.random.pick(['&gt;', '&lt;='])} ${this.random.int(2, 7)}`;
  }

  #block(depth: number): Block {
    const isBottom = depth >= MAX_DEPTH || this.#count >= MAX_BLOCKS - 2;
    return this.#pick(
      (kind) => kind.isEnd !== true && !(isBottom && kind.isNesting) && !(depth > 0 && kind.isTopLevel),
    ).create(this, depth + 1);
  }

  #pick(isWanted: (kind: BlockKind) => boolean): BlockKind {
    const kinds = BLOCK_KINDS.filter(isWanted);
    let left = this.random.next() * kinds.reduce((sum, { weight }) => sum + weight, 0);
    const found = kinds.find(({ weight }) => (left -= weight) < 0) ?? kinds.at(-1);
    if (!found) throw new Error('no kind of block fits');
    return found;
  }
}
