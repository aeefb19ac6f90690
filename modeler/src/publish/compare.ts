/** What changed between two versions of a process, in words that an analyst uses. */
import { flatten, type ModelElement } from './flatten.js';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

export interface Detail {
  property: string;
  before: string | undefined;
  after: string | undefined;
}

export interface Change {
  kind: ChangeKind;
  elementId: string;
  /** `bpmn:…` type. */
  type: string;
  name: string;
  /** For `changed`: which properties, before and after. */
  details: Detail[];
}

interface Model {
  /** Everything with an id: processes, flow elements at any depth, messages, errors. */
  elements: ReadonlyMap<string, ModelElement>;
  /** Where each element is drawn, as text. */
  layout: ReadonlyMap<string, string>;
}

/** The differences between two parsed documents (`bpmn:Definitions`): added, removed, changed, moved. */
export function compareModels(before: ModelElement, after: ModelElement): Change[] {
  const [old, now] = [modelOf(before), modelOf(after)];
  const both = [...now.elements.keys()].filter((id) => old.elements.has(id));
  const differences = new Map(both.map((id) => [id, details(old, now, id)]));
  const different = both.filter((id) => differences.get(id)?.length !== 0);
  const moved = both.filter((id) => !different.includes(id) && old.layout.get(id) !== now.layout.get(id));
  return [
    ...onlyIn(now, old).map((element) => change('added', element)),
    ...onlyIn(old, now).map((element) => change('removed', element)),
    ...different.map((id) => change('changed', elementOf(now, id), differences.get(id))),
    ...moved.map((id) => change('moved', elementOf(now, id))),
  ];
}

function modelOf(definitions: ModelElement): Model {
  return { elements: elementsOf(definitions), layout: layoutOf(definitions) };
}

const onlyIn = (model: Model, other: Model): ModelElement[] =>
  [...model.elements.values()].filter(({ id }) => !other.elements.has(id));

function elementOf(model: Model, id: string): ModelElement {
  const element = model.elements.get(id);
  if (!element) throw new Error(`expected an element <${id}>`);
  return element;
}

function change(kind: ChangeKind, element: ModelElement, found: Detail[] = []): Change {
  return { kind, elementId: element.id, type: element.$type, name: nameOf(element), details: found };
}

/** A flow without a name is called after its ends. */
function nameOf(element: ModelElement): string {
  const end = (property: string): string => {
    const node = element[property] as ModelElement | undefined;
    return node?.name ?? node?.id ?? '';
  };
  if (element.name) return element.name;
  return element.$type === 'bpmn:SequenceFlow' ? `${end('sourceRef')} → ${end('targetRef')}` : '';
}

function details(old: Model, now: Model, id: string): Detail[] {
  const before = flatten(elementOf(old, id));
  const after = flatten(elementOf(now, id));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((property) => ({ property, before: before.get(property), after: after.get(property) }))
    .filter((detail) => detail.before !== detail.after);
}

const CONTAINED = ['rootElements', 'flowElements', 'artifacts', 'participants', 'messageFlows', 'laneSets', 'lanes'];

function elementsOf(definitions: ModelElement): Map<string, ModelElement> {
  const found = new Map<string, ModelElement>();
  const visit = (container: ModelElement): void => {
    for (const property of CONTAINED) {
      for (const element of (container[property] as ModelElement[] | undefined) ?? []) {
        if (element.id && element.$type !== 'bpmn:LaneSet') found.set(element.id, element);
        visit(element);
      }
    }
  };
  visit(definitions);
  return found;
}

interface Drawn {
  bpmnElement?: { id: string };
  bounds?: { x: number; y: number; width: number; height: number };
  waypoint?: { x: number; y: number }[];
}

function layoutOf(definitions: ModelElement): Map<string, string> {
  const diagrams = (definitions['diagrams'] ?? []) as { plane?: { planeElement?: Drawn[] } }[];
  const drawn = diagrams.flatMap((diagram) => diagram.plane?.planeElement ?? []);
  return new Map(
    drawn.map(({ bpmnElement, bounds, waypoint }) => [
      bpmnElement?.id ?? '',
      [bounds, ...(waypoint ?? [])].map((at) => (at ? `${at.x},${at.y}` : '')).join(' ') + sizeOf(bounds),
    ]),
  );
}

const sizeOf = (bounds: Drawn['bounds']): string => (bounds ? ` ${bounds.width}×${bounds.height}` : '');
