import type { BlockKind } from '../block.js';

interface Choice {
  readonly kind: 'exclusiveGateway' | 'inclusiveGateway';
  readonly weight: number;
  /** Beginning of the gateway's id. */
  readonly prefix: string;
  /** How likely it is that a block of a branch ends it. */
  readonly endChance: number;
}

/** A gateway that takes the branches whose condition holds, the default one, or none: then there is an incident. */
export function choosingGateway({ kind, weight, prefix, endChance }: Choice): BlockKind {
  return {
    kind,
    weight,
    isNesting: true,
    create(generator, depth) {
      const count = generator.random.int(2, 3);
      const branches = Array.from({ length: count }, () => generator.sequence(depth, 0, endChance));
      const conditions = branches.map(() => generator.condition());
      // Without a default flow there may be no way out: an incident.
      const hasDefault = generator.random.chance(0.7);
      return { kind, id: generator.nextId(prefix), props: { conditions, hasDefault }, branches };
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
      scope.node({ tag: kind, id, attributes: fallback });
      if (!paths.some(({ arrives }) => arrives)) return { entry: id, exit: undefined };
      return { entry: id, exit: scope.node({ tag: 'exclusiveGateway', id: join }) };
    },
  };
}
