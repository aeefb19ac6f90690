import type { BlockKind } from '../block.js';
import { createActivity, loopOf, mappingsOf, renderBoundaries } from '../activity.js';
import { renderScope } from '../scope.js';

export const subProcess: BlockKind = {
  kind: 'subProcess',
  weight: 3,
  isNesting: true,
  create(generator, depth) {
    const id = generator.nextId('sub');
    const content = generator.sequence(depth, 1, 0.25);
    return {
      kind: 'subProcess',
      id,
      ...createActivity(generator, depth, ['message', 'timer', 'error', 'signal', 'escalation'], [content]),
    };
  },
  render(block, scope) {
    const content = renderScope(scope.document, block.id, block.branches[0] ?? []);
    scope.node({ tag: 'subProcess', id: block.id, extensions: mappingsOf(block), inner: loopOf(block) + content });
    return renderBoundaries(block, scope);
  },
};
