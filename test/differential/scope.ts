import type { Block, Ends } from './block.js';
import { getBlockKind } from './kinds/index.js';

export interface Node {
  /** BPMN tag without prefix. */
  readonly tag: string;
  readonly id: string;
  readonly attributes?: string;
  readonly extensions?: string;
  /** What stands after the flows: event definitions, the content of a sub-process. */
  readonly inner?: string;
}

/** What belongs to the file rather than to one scope: messages, errors, called processes. */
export class Document {
  readonly #roots = new Map<string, string>();
  readonly #processes: string[] = [];

  root(id: string, xml: string): string {
    this.#roots.set(id, xml);
    return id;
  }

  /** Correlated by the variable `key`; named after the element. */
  message(elementId: string): string {
    const subscription = '<zeebe:subscription correlationKey="=key"/>';
    return this.root(
      `m_${elementId}`,
      `<bpmn:message id="m_${elementId}" name="@-${elementId}">${extended(subscription)}</bpmn:message>`,
    );
  }

  error(code: string): string {
    return this.root(`err_${code}`, `<bpmn:error id="err_${code}" name="${code}" errorCode="${code}"/>`);
  }

  signal(name: string): string {
    return this.root(`sig_${name}`, `<bpmn:signal id="sig_${name}" name="@-${name}"/>`);
  }

  escalation(code: string): string {
    return this.root(`esc_${code}`, `<bpmn:escalation id="esc_${code}" name="${code}" escalationCode="${code}"/>`);
  }

  process(id: string, prefix: string, blocks: readonly Block[]): void {
    this.#processes.push(
      `<bpmn:process id="${id}" isExecutable="true">${renderScope(this, prefix, blocks)}</bpmn:process>`,
    );
  }

  toXml(): string {
    return (
      '<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" ' +
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" ' +
      `id="definitions" targetNamespace="differential">\n${[...this.#roots.values(), ...this.#processes].join('\n')}\n` +
      '</bpmn:definitions>'
    );
  }
}

/** Start, blocks, end: the content of a process or a sub-process. */
export function renderScope(document: Document, prefix: string, blocks: readonly Block[]): string {
  const scope = new Scope(document);
  scope.node({ tag: 'startEvent', id: `${prefix}_start` });
  const ends = scope.sequence(blocks);
  if (ends) scope.flow(`${prefix}_start`, ends.entry);
  if (!ends || ends.exit !== undefined) {
    scope.flow(ends?.exit ?? `${prefix}_start`, scope.node({ tag: 'endEvent', id: `${prefix}_end` }));
  }
  return scope.toXml();
}

/** The flow nodes and flows of one process or sub-process. */
export class Scope {
  readonly document: Document;
  readonly #nodes: Node[] = [];
  readonly #flows: { id: string; from: string; to: string; xml: string }[] = [];

  readonly #associations: string[] = [];

  constructor(document: Document) {
    this.document = document;
  }

  /** From a compensation boundary event to what it starts. */
  association(from: string, to: string): void {
    const ends = `associationDirection="One" sourceRef="${from}" targetRef="${to}"`;
    this.#associations.push(`<bpmn:association id="as_${from}" ${ends}/>`);
  }

  node(node: Node): string {
    this.#nodes.push(node);
    return node.id;
  }

  /** @returns the flow's id */
  flow(from: string, to: string, condition?: string): string {
    const twins = this.#flows.filter((flow) => flow.from === from && flow.to === to).length;
    const id = `f_${from}_${to}${twins === 0 ? '' : `_${twins}`}`;
    const inner =
      condition === undefined
        ? ''
        : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`;
    const xml = `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`;
    this.#flows.push({ id, from, to, xml });
    return id;
  }

  /** Blocks one after another; undefined when there is none. */
  sequence(blocks: readonly Block[]): Ends | undefined {
    let whole: Ends | undefined;
    for (const block of blocks) {
      if (whole && whole.exit === undefined) break;
      const ends = getBlockKind(block.kind).render(block, this);
      if (whole?.exit !== undefined) this.flow(whole.exit, ends.entry);
      whole = { entry: whole?.entry ?? ends.entry, exit: ends.exit };
    }
    return whole;
  }

  /** From an element through the blocks to another (which is left out where the blocks end by themselves). */
  path(from: string, blocks: readonly Block[], to: string, condition?: string): { flow: string; arrives: boolean } {
    const ends = this.sequence(blocks);
    const flow = this.flow(from, ends?.entry ?? to, condition);
    if (ends?.exit !== undefined) this.flow(ends.exit, to);
    return { flow, arrives: !ends || ends.exit !== undefined };
  }

  toXml(): string {
    const nodes = this.#nodes.map((node) => this.#nodeXml(node));
    return [...nodes, ...this.#flows.map(({ xml }) => xml), ...this.#associations].join('\n');
  }

  #nodeXml({ tag, id, attributes = '', extensions = '', inner = '' }: Node): string {
    const incoming = this.#flows
      .filter(({ to }) => to === id)
      .map((flow) => `<bpmn:incoming>${flow.id}</bpmn:incoming>`);
    const outgoing = this.#flows
      .filter(({ from }) => from === id)
      .map((flow) => `<bpmn:outgoing>${flow.id}</bpmn:outgoing>`);
    const content = `${extended(extensions)}${incoming.join('')}${outgoing.join('')}${inner}`;
    return `<bpmn:${tag} id="${id}" ${attributes}>${content}</bpmn:${tag}>`;
  }
}

function extended(extensions: string): string {
  return extensions === '' ? '' : `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`;
}
