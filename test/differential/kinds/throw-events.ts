import type { BlockKind } from '../block.js';
import { escalationDefinition, signalDefinition } from '../activity.js';
import { ESCALATION_CODES, SIGNALS } from '../names.js';

const io = '<zeebe:ioMapping><zeebe:input source="=x0" target="sent"/></zeebe:ioMapping>';

export const signalThrow: BlockKind = {
  kind: 'signalThrow',
  weight: 2,
  isTopLevel: true,
  create(generator) {
    const props = { signal: generator.random.pick(SIGNALS), sends: generator.random.chance(0.5) };
    return { kind: 'signalThrow', id: generator.nextId('cry'), props, branches: [] };
  },
  render({ id, props }, scope) {
    const inner = signalDefinition(scope.document.signal(String(props['signal'])));
    scope.node({ tag: 'intermediateThrowEvent', id, extensions: props['sends'] === true ? io : '', inner });
    return { entry: id, exit: id };
  },
};

export const escalationThrow: BlockKind = {
  kind: 'escalationThrow',
  weight: 2,
  create(generator) {
    return {
      kind: 'escalationThrow',
      id: generator.nextId('esc'),
      props: { code: generator.random.pick(ESCALATION_CODES) },
      branches: [],
    };
  },
  render({ id, props }, scope) {
    const inner = escalationDefinition(scope.document.escalation(String(props['code'])));
    scope.node({ tag: 'intermediateThrowEvent', id, inner });
    return { entry: id, exit: id };
  },
};

export const compensationThrow: BlockKind = {
  kind: 'compensationThrow',
  weight: 2,
  create(generator) {
    return { kind: 'compensationThrow', id: generator.nextId('undo'), props: {}, branches: [] };
  },
  render({ id }, scope) {
    const inner = `<bpmn:compensateEventDefinition id="${id}_d"/>`;
    scope.node({ tag: 'intermediateThrowEvent', id, inner });
    return { entry: id, exit: id };
  },
};

export const messageThrow: BlockKind = {
  kind: 'messageThrow',
  weight: 1,
  create(generator) {
    return { kind: 'messageThrow', id: generator.nextId('send'), props: {}, branches: [] };
  },
  render({ id }, scope) {
    const extensions = `<zeebe:taskDefinition type="@-${id}"/>`;
    scope.node({ tag: 'intermediateThrowEvent', id, extensions, inner: '<bpmn:messageEventDefinition/>' });
    return { entry: id, exit: id };
  },
};

/** A pair of link events: the token leaves at the one and goes on at the other. */
export const link: BlockKind = {
  kind: 'link',
  weight: 1,
  create(generator) {
    return { kind: 'link', id: generator.nextId('link'), props: {}, branches: [] };
  },
  render({ id }, scope) {
    const entry = `${id}_from`;
    const definition = (end: string): string => `<bpmn:linkEventDefinition id="${end}_d" name="${id}"/>`;
    scope.node({ tag: 'intermediateThrowEvent', id: entry, inner: definition(entry) });
    scope.node({ tag: 'intermediateCatchEvent', id, inner: definition(id) });
    return { entry, exit: id };
  },
};
