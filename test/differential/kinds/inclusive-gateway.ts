import type { BlockKind } from '../block.js';

/** Some of the branches; Zeebe has no inclusive join, so that what comes after is run through once for each of them. */
export const inclusiveGateway: BlockKind = {
  kind: 'inclusiveGateway',
  weight: 1,
  isNesting: true,
  create(generator, depth) {
    const count = generator.random.int(2, 3);
    const branches = Array.from({ length: count }, () => generator.sequence(depth, 0, 0.1));
    const conditions = branches.map(() => generator.condition());
    const hasDefault = generator.random.chance(0.7);
    return { kind: 'inclusiveGateway', id: generator.nextId('or'), props: { conditions, hasDefault }, branches };
  },
  render({ id, props, branches }, scope) {
    const conditions = props['conditions'] as readonly string[];
    const join = `${id}_join`;
    const last = branches.length - 1;
    const isDefault = (index: number): boolean => props['hasDefault'] === true && index === last;
    const paths = branches.map((branch, index) =>
      scope.path(id, branch, join, isDefault(index) ? undefined : conditions[index]),
    );
    const fallback = props['hasDefault'] === true ? `default="${paths[last]?.flow}"` : '';
    scope.node({ tag: 'inclusiveGateway', id, attributes: fallback });
    if (!paths.some(({ arrives }) => arrives)) return { entry: id, exit: undefined };
    return { entry: id, exit: scope.node({ tag: 'exclusiveGateway', id: join }) };
  },
};
