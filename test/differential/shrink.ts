import type { Block } from './block.js';
import type { Model } from './generator.js';

/** Models with one block less, or with a block's branch in its place; the largest cuts first. */
export function smallerModels({ seed, blocks }: Model): Model[] {
  return cuts(blocks)
    .map((smaller) => ({ seed, blocks: smaller }))
    .sort((a, b) => size(a.blocks) - size(b.blocks));
}

function cuts(blocks: readonly Block[]): (readonly Block[])[] {
  return blocks.flatMap((block, index) => {
    const around = (middle: readonly Block[]): Block[] => [
      ...blocks.slice(0, index),
      ...middle,
      ...blocks.slice(index + 1),
    ];
    const inner = block.branches.flatMap((branch, nth) =>
      cuts(branch).map((cut) => around([{ ...block, branches: block.branches.with(nth, cut) }])),
    );
    return [
      around([]),
      ...block.branches.filter((branch) => branch.length > 0).map(around),
      ...plainer(block).map((one) => around([one])),
      ...inner,
    ];
  });
}

/** The same block without its boundary events, its mappings, its loop or what undoes it. */
function plainer(block: Block): Block[] {
  const { boundaries, mappings, loop, compensation } = block.props;
  const without = (name: string, empty: unknown): Block => ({ ...block, props: { ...block.props, [name]: empty } });
  return [
    ...(Array.isArray(boundaries)
      ? boundaries.map((_, nth) => without('boundaries', boundaries.toSpliced(nth, 1)))
      : []),
    ...(mappings === undefined || mappings === '' ? [] : [without('mappings', '')]),
    ...(loop === undefined || loop === '' ? [] : [without('loop', '')]),
    ...(compensation === undefined || compensation === '' ? [] : [without('compensation', '')]),
  ];
}

function size(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { branches }) => sum + 1 + branches.reduce((inner, branch) => inner + size(branch), 0), 0);
}
