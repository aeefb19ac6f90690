import type { BlockKind } from '../block.js';

export const parallelGateway: BlockKind = {
  kind: 'parallelGateway',
  weight: 2,
  isNesting: true,
  create(generator, depth) {
    const branches = Array.from({ length: generator.random.int(2, 3) }, () => generator.sequence(depth, 1, 0.03));
    return { kind: 'parallelGateway', id: generator.nextId('and'), props: {}, branches };
  },
  render({ id, branches }, scope) {
    const join = `${id}_join`;
    scope.node({ tag: 'parallelGateway', id });
    const arriving = branches.filter((branch) => scope.path(id, branch, join).arrives);
    if (arriving.length === 0) return { entry: id, exit: undefined };
    return { entry: id, exit: scope.node({ tag: 'parallelGateway', id: join }) };
  },
};
