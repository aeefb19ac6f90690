/** What activities of all kinds may carry: boundary events, mappings, a multi-instance marker. */
import type { Block, Ends } from './block.js';
import type { Generator } from './generator.js';
import { ERROR_CODES, ESCALATION_CODES, SIGNALS, VARIABLES } from './names.js';
import type { Scope } from './scope.js';

export type BoundaryKind = 'message' | 'timer' | 'error' | 'signal' | 'escalation';

interface Boundary {
  readonly on: BoundaryKind;
  readonly interrupting: boolean;
  /** The path comes back to the activity's own way out, or ends. */
  readonly joins: boolean;
  readonly branch: number;
  /** Hours or a FEEL or ISO text; of a signal its name; of errors and escalations the code, undefined catches all. */
  readonly detail: string | undefined;
}

export interface ActivityParts {
  readonly props: Readonly<Record<string, unknown>>;
  readonly branches: readonly (readonly Block[])[];
}

/** @param own branches of the activity itself; those of the boundary events follow */
export function createActivity(
  generator: Generator,
  depth: number,
  kinds: readonly BoundaryKind[],
  own: readonly (readonly Block[])[] = [],
): ActivityParts {
  const { random } = generator;
  const branches = [...own];
  const boundaries: Boundary[] = [];
  const wanted = random.chance(0.4) ? random.int(1, 2) : 0;
  for (let index = 0; index < wanted; index += 1) {
    const on = random.pick(kinds);
    const isAlone = on === 'error' || on === 'signal' || on === 'escalation';
    if (isAlone && boundaries.some((other) => other.on === on)) continue;
    const interrupting = on === 'error' || random.chance(0.5);
    const detail = detailOf(generator, on, interrupting);
    // A token that comes back could broadcast the signal again, while the activity still waits for it.
    const joins = random.chance(interrupting ? 0.6 : 0.15) && (interrupting || on !== 'signal');
    boundaries.push({ on, interrupting, joins, branch: branches.length, detail });
    branches.push(generator.sequence(depth));
  }
  const compensation = random.chance(0.12) ? random.pick(['serviceTask', 'task']) : '';
  const props = { boundaries, mappings: createMappings(generator), loop: createLoop(generator), compensation };
  return { props, branches };
}

export function createTimer(generator: Generator): string {
  const hours = generator.random.int(1, 4);
  return generator.random.chance(0.2) ? `=duration("PT${hours}H")` : `PT${hours}H`;
}

function detailOf(generator: Generator, on: BoundaryKind, interrupting: boolean): string | undefined {
  if (on === 'message') return undefined;
  if (on === 'signal') return generator.random.pick(SIGNALS);
  if (on === 'escalation') return generator.random.chance(0.2) ? undefined : generator.random.pick(ESCALATION_CODES);
  if (on === 'error') return generator.random.chance(0.2) ? undefined : generator.random.pick(ERROR_CODES);
  return !interrupting && generator.random.chance(0.5) ? `R2/PT${generator.random.int(1, 2)}H` : createTimer(generator);
}

function createMappings(generator: Generator): string {
  const { random } = generator;
  const inputs = ['=x0 + 1', '=x1', '="text"', '={a: x2, b: [1, null]}', '=missing', 'plain'];
  const outputs = ['=r', '=x0 + 1', '={deep: r}', '=l'];
  const input = random.chance(0.25)
    ? `<zeebe:input source="${escape(random.pick(inputs))}" target="${random.pick(['l', 'l.m', 'x1'])}"/>`
    : '';
  const output = random.chance(0.25)
    ? `<zeebe:output source="${escape(random.pick(outputs))}" target="${random.pick([...VARIABLES, 'o', 'o.p'])}"/>`
    : '';
  return input + output === '' ? '' : `<zeebe:ioMapping>${input}${output}</zeebe:ioMapping>`;
}

/** About every tenth activity is carried out for each item of a list. */
function createLoop({ random }: Generator): string {
  if (!random.chance(0.12)) return '';
  const items = random.pick([
    '=[x0, x1]',
    '=[1, {a: 2}, null]',
    '=[x2]',
    '=[]',
    '=if x0 &gt; 4 then [1, 2] else [3]',
    '=x0',
  ]);
  const outputs = random.pick([
    '',
    '',
    'outputCollection="o" outputElement="=r"',
    'outputCollection="x1" outputElement="=item"',
  ]);
  const condition = random.pick([
    '',
    '',
    '=x1 &gt; 5',
    '=numberOfCompletedInstances &gt; 1',
    '=numberOfActiveInstances = 1',
  ]);
  const extension = `<zeebe:loopCharacteristics inputCollection="${items}" inputElement="item" ${outputs}/>`;
  const inner = condition === '' ? '' : `<bpmn:completionCondition>${condition}</bpmn:completionCondition>`;
  return (
    `<bpmn:multiInstanceLoopCharacteristics isSequential="${random.chance(0.5)}">` +
    `<bpmn:extensionElements>${extension}</bpmn:extensionElements>${inner}</bpmn:multiInstanceLoopCharacteristics>`
  );
}

/** The multi-instance marker: stands after the flows and before what the activity contains. */
export function loopOf(block: Block): string {
  return String(block.props['loop'] ?? '');
}

/** The boundary events of the activity with the block's id, and where it is left for good. */
export function renderBoundaries(block: Block, scope: Scope): Ends {
  const boundaries = block.props['boundaries'] as readonly Boundary[];
  const joining = boundaries.filter(({ joins }) => joins);
  const exit = joining.length > 0 ? `${block.id}_merge` : block.id;
  if (joining.length > 0) {
    scope.node({ tag: 'exclusiveGateway', id: exit });
    scope.flow(block.id, exit);
  }
  boundaries.forEach((boundary, index) => {
    const id = `${block.id}_b${index}`;
    scope.node({
      tag: 'boundaryEvent',
      id,
      attributes: `attachedToRef="${block.id}" cancelActivity="${boundary.interrupting}"`,
      inner: definitionOf(boundary, id, scope),
    });
    const target = boundary.joins ? exit : scope.node({ tag: 'endEvent', id: `${id}_end` });
    scope.path(id, block.branches[boundary.branch] ?? [], target);
  });
  renderCompensation(block, scope);
  return { entry: block.id, exit };
}

/** What undoes the activity, tied to it by a boundary event. */
function renderCompensation({ id, props }: Block, scope: Scope): void {
  const tag = props['compensation'];
  if (typeof tag !== 'string' || tag === '') return;
  const boundary = scope.node({
    tag: 'boundaryEvent',
    id: `${id}_cb`,
    attributes: `attachedToRef="${id}"`,
    inner: `<bpmn:compensateEventDefinition id="${id}_cbd"/>`,
  });
  const extensions = tag === 'serviceTask' ? `<zeebe:taskDefinition type="@-${id}_undo"/>` : '';
  const handler = scope.node({ tag, id: `${id}_undo`, attributes: 'isForCompensation="true"', extensions });
  scope.association(boundary, handler);
}

function definitionOf({ on, interrupting, detail }: Boundary, id: string, scope: Scope): string {
  if (on === 'message') return messageDefinition(scope.document.message(id));
  if (on === 'timer') return timerDefinition(detail ?? 'PT1H', detail?.startsWith('R') && !interrupting);
  if (on === 'signal') return signalDefinition(scope.document.signal(String(detail)));
  if (on === 'escalation') return escalationDefinition(detail && scope.document.escalation(detail));
  const reference = detail === undefined ? '' : ` errorRef="${scope.document.error(detail)}"`;
  return `<bpmn:errorEventDefinition${reference}/>`;
}

export function messageDefinition(messageId: string): string {
  return `<bpmn:messageEventDefinition messageRef="${messageId}"/>`;
}

export function signalDefinition(signalId: string): string {
  return `<bpmn:signalEventDefinition signalRef="${signalId}"/>`;
}

/** @param escalationId undefined catches all */
export function escalationDefinition(escalationId: string | undefined): string {
  const reference = escalationId === undefined ? '' : ` escalationRef="${escalationId}"`;
  return `<bpmn:escalationEventDefinition${reference}/>`;
}

export function timerDefinition(text: string, isCycle = false): string {
  const tag = isCycle ? 'timeCycle' : 'timeDuration';
  return (
    `<bpmn:timerEventDefinition><bpmn:${tag} xsi:type="bpmn:tFormalExpression">${escape(text)}</bpmn:${tag}>` +
    '</bpmn:timerEventDefinition>'
  );
}

export function mappingsOf(block: Block): string {
  return String(block.props['mappings'] ?? '');
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
