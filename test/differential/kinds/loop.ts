import type { BlockKind } from '../block.js';

/** A body that is repeated two or three times; a task counts. */
export const loop: BlockKind = {
  kind: 'loop',
  weight: 1,
  isNesting: true,
  create(generator, depth) {
    const times = generator.random.int(2, 3);
    return { kind: 'loop', id: generator.nextId('loop'), props: { times }, branches: [generator.sequence(depth)] };
  },
  render({ id, props, branches }, scope) {
    const count = `${id}_count`;
    const split = `${id}_split`;
    const output = `<zeebe:output source="=if ${count} = null then 1 else ${count} + 1" target="${count}"/>`;
    scope.node({ tag: 'exclusiveGateway', id });
    scope.node({
      tag: 'serviceTask',
      id: count,
      extensions: `<zeebe:taskDefinition type="@-${count}"/><zeebe:ioMapping>${output}</zeebe:ioMapping>`,
    });
    if (!scope.path(id, branches[0] ?? [], count).arrives) return { entry: id, exit: undefined };
    scope.flow(count, split);
    const exit = `${id}_exit`;
    scope.flow(split, id, `=${count} &lt; ${String(props['times'])}`);
    const out = scope.flow(split, exit);
    scope.node({ tag: 'exclusiveGateway', id: split, attributes: `default="${out}"` });
    scope.node({ tag: 'exclusiveGateway', id: exit });
    return { entry: id, exit };
  },
};
