import type { BlockKind } from '../block.js';
import { createTimer, messageDefinition, timerDefinition } from '../activity.js';
import { ERROR_CODES } from '../names.js';
import { renderScope } from '../scope.js';

/** A task that passes, and beside it an event sub-process of the scope. */
export const eventSubProcess: BlockKind = {
  kind: 'eventSubProcess',
  weight: 1,
  isNesting: true,
  create(generator, depth) {
    const { random } = generator;
    const on = random.pick(['message', 'message', 'timer', 'error']);
    const interrupting = on === 'error' || random.chance(0.5);
    const isCycle = on === 'timer' && !interrupting && random.chance(0.5);
    const timer = isCycle ? `R2/PT${random.int(1, 2)}H` : createTimer(generator);
    const props = { on, interrupting, isCycle, timer, code: random.pick(ERROR_CODES) };
    return {
      kind: 'eventSubProcess',
      id: generator.nextId('esp'),
      props,
      branches: [generator.sequence(depth, 1, 0.2)],
    };
  },
  render({ id, props, branches }, scope) {
    const { on, interrupting, isCycle, timer, code } = props;
    const start = `${id}_start`;
    const definition =
      on === 'message'
        ? messageDefinition(scope.document.message(start))
        : on === 'timer'
          ? timerDefinition(String(timer), isCycle === true)
          : `<bpmn:errorEventDefinition errorRef="${scope.document.error(String(code))}"/>`;
    const content = renderScope(scope.document, id, branches[0] ?? []);
    const inner = content
      .replace(
        `<bpmn:startEvent id="${start}"`,
        `<bpmn:startEvent isInterrupting="${String(interrupting)}" id="${start}"`,
      )
      .replace('</bpmn:startEvent>', `${definition}</bpmn:startEvent>`);
    scope.node({ tag: 'subProcess', id, attributes: 'triggeredByEvent="true"', inner });
    scope.node({ tag: 'task', id: `${id}_pass` });
    return { entry: `${id}_pass`, exit: `${id}_pass` };
  },
};
