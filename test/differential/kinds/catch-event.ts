import type { BlockKind } from '../block.js';
import { createTimer, messageDefinition, signalDefinition, timerDefinition } from '../activity.js';
import { SIGNALS } from '../names.js';

export const catchEvent: BlockKind = {
  kind: 'catchEvent',
  weight: 3,
  create(generator) {
    const timer = generator.random.chance(0.4) ? createTimer(generator) : undefined;
    const signal = generator.random.chance(0.4) ? generator.random.pick(SIGNALS) : undefined;
    return { kind: 'catchEvent', id: generator.nextId('catch'), props: { timer, signal }, branches: [] };
  },
  render({ id, props }, scope) {
    const timer = props['timer'];
    scope.node({ tag: 'intermediateCatchEvent', id, inner: definition() });
    return { entry: id, exit: id };

    function definition(): string {
      if (typeof timer === 'string') return timerDefinition(timer);
      const signal = props['signal'];
      if (typeof signal === 'string') return signalDefinition(scope.document.signal(signal));
      return messageDefinition(scope.document.message(id));
    }
  },
};
