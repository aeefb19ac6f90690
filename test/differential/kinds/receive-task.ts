import type { BlockKind } from '../block.js';
import { createActivity, loopOf, mappingsOf, renderBoundaries } from '../activity.js';

export const receiveTask: BlockKind = {
  kind: 'receiveTask',
  weight: 2,
  create(generator, depth) {
    const id = generator.nextId('receive');
    return { kind: 'receiveTask', id, ...createActivity(generator, depth, ['message', 'timer', 'signal']) };
  },
  render(block, scope) {
    const attributes = `messageRef="${scope.document.message(block.id)}"`;
    scope.node({ tag: 'receiveTask', id: block.id, attributes, extensions: mappingsOf(block), inner: loopOf(block) });
    return renderBoundaries(block, scope);
  },
};
