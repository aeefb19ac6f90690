import type { Generator } from './generator.js';
import type { Scope } from './scope.js';

/** A piece of a process with one way in and at most one way out; plain data, so that it can be printed and cut down. */
export interface Block {
  readonly kind: string;
  /** Unique in the model; what the block's elements are named after. */
  readonly id: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly branches: readonly (readonly Block[])[];
}

/** Element ids where a block is entered and left; without an exit it ends there. */
export interface Ends {
  readonly entry: string;
  readonly exit: string | undefined;
}

/** One kind of element or pattern: how it is made up, and how it is drawn. Register it in kinds/index.ts. */
export interface BlockKind {
  readonly kind: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  /** Ends the sequence in which it stands: only placed last. */
  readonly isEnd?: boolean;
  /** Only placed in the process itself: what it does could otherwise bring itself about for ever. */
  readonly isTopLevel?: boolean;
  /** Contains other blocks: not placed at the bottom. */
  readonly isNesting?: boolean;
  create(generator: Generator, depth: number): Block;
  render(block: Block, scope: Scope): Ends;
}
