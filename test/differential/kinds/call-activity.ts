import type { BlockKind } from '../block.js';
import { createActivity, loopOf, mappingsOf, renderBoundaries } from '../activity.js';

export const callActivity: BlockKind = {
  kind: 'callActivity',
  weight: 1,
  isNesting: true,
  create(generator, depth) {
    const id = generator.nextId('call');
    const content = generator.sequence(depth, 1, 0.2);
    const parts = createActivity(generator, depth, ['message', 'timer', 'error', 'signal', 'escalation'], [content]);
    const props = { ...parts.props, up: generator.random.chance(0.7), down: generator.random.chance(0.8) };
    return { kind: 'callActivity', id, ...parts, props };
  },
  render(block, scope) {
    const called = `@-${block.id}`;
    scope.document.process(called, block.id, block.branches[0] ?? []);
    const { up, down } = block.props;
    const flags = `propagateAllChildVariables="${String(up)}" propagateAllParentVariables="${String(down)}"`;
    const extensions = `<zeebe:calledElement processId="${called}" ${flags}/>${mappingsOf(block)}`;
    scope.node({ tag: 'callActivity', id: block.id, extensions, inner: loopOf(block) });
    return renderBoundaries(block, scope);
  },
};
