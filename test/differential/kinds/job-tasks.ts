import type { BlockKind } from '../block.js';
import { createActivity, loopOf, mappingsOf, renderBoundaries } from '../activity.js';

export const serviceTask: BlockKind = {
  kind: 'serviceTask',
  weight: 6,
  create(generator, depth) {
    const id = generator.nextId('task');
    const parts = createActivity(generator, depth, ['message', 'timer', 'error', 'signal']);
    return { kind: 'serviceTask', id, ...parts, props: { ...parts.props, retries: generator.random.int(1, 3) } };
  },
  render(block, scope) {
    const definition = `<zeebe:taskDefinition type="@-${block.id}" retries="${String(block.props['retries'])}"/>`;
    scope.node({ tag: 'serviceTask', id: block.id, extensions: definition + mappingsOf(block), inner: loopOf(block) });
    return renderBoundaries(block, scope);
  },
};

export const userTask: BlockKind = {
  kind: 'userTask',
  weight: 2,
  create(generator, depth) {
    const id = generator.nextId('user');
    return { kind: 'userTask', id, ...createActivity(generator, depth, ['message', 'timer', 'error', 'signal']) };
  },
  render(block, scope) {
    const assignment = '<zeebe:assignmentDefinition assignee="clerk" candidateGroups="renshe, gongan"/>';
    scope.node({ tag: 'userTask', id: block.id, extensions: assignment + mappingsOf(block), inner: loopOf(block) });
    return renderBoundaries(block, scope);
  },
};
