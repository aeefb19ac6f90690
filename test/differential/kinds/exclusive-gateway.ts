import type { BlockKind } from '../block.js';

export const exclusiveGateway: BlockKind = {
  kind: 'exclusiveGateway',
  weight: 3,
  isNesting: true,
  create(generator, depth) {
    const count = generator.random.int(2, 3);
    const branches = Array.from({ length: count }, () => generator.sequence(depth, 0, 0.2));
    const conditions = branches.map(() => generator.condition());
    // Without a default flow there may be no way out: an incident.
    const hasDefault = generator.random.chance(0.7);
    return { kind: 'exclusiveGateway', id: generator.nextId('xor'), props: { conditions, hasDefault }, branches };
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
    scope.node({ tag: 'exclusiveGateway', id, attributes: fallback });
    if (!paths.some(({ arrives }) => arrives)) return { entry: id, exit: undefined };
    return { entry: id, exit: scope.node({ tag: 'exclusiveGateway', id: join }) };
  },
};
