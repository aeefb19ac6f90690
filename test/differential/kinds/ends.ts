import type { BlockKind } from '../block.js';
import { ERROR_CODES } from '../names.js';

export const errorEnd: BlockKind = {
  kind: 'errorEnd',
  weight: 2,
  isEnd: true,
  create(generator) {
    const code = generator.random.pick(ERROR_CODES);
    return { kind: 'errorEnd', id: generator.nextId('fail'), props: { code }, branches: [] };
  },
  render({ id, props }, scope) {
    const inner = `<bpmn:errorEventDefinition errorRef="${scope.document.error(String(props['code']))}"/>`;
    scope.node({ tag: 'endEvent', id, inner });
    return { entry: id, exit: undefined };
  },
};

export const terminateEnd: BlockKind = {
  kind: 'terminateEnd',
  weight: 1,
  isEnd: true,
  create(generator) {
    return { kind: 'terminateEnd', id: generator.nextId('stop'), props: {}, branches: [] };
  },
  render({ id }, scope) {
    scope.node({ tag: 'endEvent', id, inner: '<bpmn:terminateEventDefinition/>' });
    return { entry: id, exit: undefined };
  },
};
