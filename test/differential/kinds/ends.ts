import type { BlockKind } from '../block.js';
import { escalationDefinition, signalDefinition } from '../activity.js';
import { ERROR_CODES, ESCALATION_CODES, SIGNALS } from '../names.js';

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

export const signalEnd: BlockKind = {
  kind: 'signalEnd',
  weight: 1,
  isEnd: true,
  isTopLevel: true,
  create(generator) {
    const signal = generator.random.pick(SIGNALS);
    return { kind: 'signalEnd', id: generator.nextId('cry'), props: { signal }, branches: [] };
  },
  render({ id, props }, scope) {
    const inner = signalDefinition(scope.document.signal(String(props['signal'])));
    scope.node({ tag: 'endEvent', id, inner });
    return { entry: id, exit: undefined };
  },
};

export const escalationEnd: BlockKind = {
  kind: 'escalationEnd',
  weight: 1,
  isEnd: true,
  create(generator) {
    const code = generator.random.pick(ESCALATION_CODES);
    return { kind: 'escalationEnd', id: generator.nextId('esc'), props: { code }, branches: [] };
  },
  render({ id, props }, scope) {
    scope.node({ tag: 'endEvent', id, inner: escalationDefinition(scope.document.escalation(String(props['code']))) });
    return { entry: id, exit: undefined };
  },
};

export const compensationEnd: BlockKind = {
  kind: 'compensationEnd',
  weight: 1,
  isEnd: true,
  create(generator) {
    return { kind: 'compensationEnd', id: generator.nextId('undo'), props: {}, branches: [] };
  },
  render({ id }, scope) {
    scope.node({ tag: 'endEvent', id, inner: `<bpmn:compensateEventDefinition id="${id}_d"/>` });
    return { entry: id, exit: undefined };
  },
};

export const messageEnd: BlockKind = {
  kind: 'messageEnd',
  weight: 1,
  isEnd: true,
  create(generator) {
    return { kind: 'messageEnd', id: generator.nextId('send'), props: {}, branches: [] };
  },
  render({ id }, scope) {
    const extensions = `<zeebe:taskDefinition type="@-${id}"/>`;
    scope.node({ tag: 'endEvent', id, extensions, inner: '<bpmn:messageEventDefinition/>' });
    return { entry: id, exit: undefined };
  },
};
