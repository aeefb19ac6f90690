import type { BlockKind } from '../block.js';

/** Elements that a token only passes. */
export const passing: BlockKind = {
  kind: 'passing',
  weight: 1,
  create(generator) {
    const tag = generator.random.pick(['manualTask', 'task', 'intermediateThrowEvent']);
    return { kind: 'passing', id: generator.nextId('pass'), props: { tag }, branches: [] };
  },
  render({ id, props }, scope) {
    scope.node({ tag: String(props['tag']), id });
    return { entry: id, exit: id };
  },
};
