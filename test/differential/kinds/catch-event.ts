import type { BlockKind } from '../block.js';
import { createTimer, messageDefinition, timerDefinition } from '../activity.js';

export const catchEvent: BlockKind = {
  kind: 'catchEvent',
  weight: 3,
  create(generator) {
    const timer = generator.random.chance(0.5) ? createTimer(generator) : undefined;
    return { kind: 'catchEvent', id: generator.nextId('catch'), props: { timer }, branches: [] };
  },
  render({ id, props }, scope) {
    const timer = props['timer'];
    const inner = typeof timer === 'string' ? timerDefinition(timer) : messageDefinition(scope.document.message(id));
    scope.node({ tag: 'intermediateCatchEvent', id, inner });
    return { entry: id, exit: id };
  },
};
