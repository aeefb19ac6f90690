import type { BlockKind } from '../block.js';
import { createTimer, messageDefinition, signalDefinition, timerDefinition } from '../activity.js';
import { SIGNALS } from '../names.js';

export const eventBasedGateway: BlockKind = {
  kind: 'eventBasedGateway',
  weight: 2,
  isNesting: true,
  create(generator, depth) {
    const branches = Array.from({ length: generator.random.int(2, 3) }, () => generator.sequence(depth));
    const timers = branches.map(() => (generator.random.chance(0.4) ? createTimer(generator) : null));
    const signal = generator.random.chance(0.4) ? generator.random.pick(SIGNALS) : undefined;
    return { kind: 'eventBasedGateway', id: generator.nextId('event'), props: { timers, signal }, branches };
  },
  render({ id, props, branches }, scope) {
    const timers = props['timers'] as readonly (string | null)[];
    const join = `${id}_join`;
    scope.node({ tag: 'eventBasedGateway', id });
    const arriving = branches.filter((branch, index) => {
      const event = `${id}_e${index}`;
      const timer = timers[index];
      const signal = index === 0 ? props['signal'] : undefined;
      const inner =
        typeof signal === 'string'
          ? signalDefinition(scope.document.signal(signal))
          : timer
            ? timerDefinition(timer)
            : messageDefinition(scope.document.message(event));
      scope.node({ tag: 'intermediateCatchEvent', id: event, inner });
      scope.flow(id, event);
      return scope.path(event, branch, join).arrives;
    });
    if (arriving.length === 0) return { entry: id, exit: undefined };
    return { entry: id, exit: scope.node({ tag: 'exclusiveGateway', id: join }) };
  },
};
