import type Modeler from 'bpmn-js/lib/Modeler';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { Element } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type { Content } from '../api/types';
import { PARTS_CHANGED, type DraftParts } from './draft-parts';
import { problemsOf, type LintCompleted, type Problem } from './problems';

type Diagram = Modeler | NavigatedViewer;

/** The diagram's XML with line breaks, as it is saved and downloaded. */
export async function xmlOf(diagram: Modeler): Promise<string> {
  const { xml } = await diagram.saveXML({ format: true });
  if (xml === undefined) throw new Error('saveXML gave no XML');
  return xml;
}

export const partsOf = (modeler: Modeler): DraftParts => modeler.get<DraftParts>('draftParts');

/** Everything that is saved. */
export async function contentOf(modeler: Modeler): Promise<Content> {
  const xml = await xmlOf(modeler);
  const { tasks, forms } = partsOf(modeler);
  return { xml, tasks, forms };
}

/** Calls back after every change of the diagram, its human steps or forms; returns how to stop. */
export function onChanged(modeler: Modeler, listener: () => void): () => void {
  const events = ['commandStack.changed', PARTS_CHANGED];
  modeler.on(events, listener);
  return () => modeler.off(events, listener);
}

/** Calls back with the problems after every check; returns how to stop. */
export function onProblems(modeler: Modeler, listener: (problems: Problem[]) => void): () => void {
  const translate = modeler.get<(text: string) => string>('translate');
  const heard = (event: LintCompleted): void => listener(problemsOf(event, translate));
  modeler.on('linting.completed', heard);
  return () => modeler.off('linting.completed', heard);
}

/** Name of an element for lists: its own, or its type. */
export function nameOf(diagram: Diagram, elementId: string): string {
  const element = diagram.get<ElementRegistry>('elementRegistry').get(elementId) as Element | undefined;
  const object = element?.businessObject as { name?: string; $type?: string } | undefined;
  const name = object?.name?.trim();
  if (name) return name.replace(/\s+/g, '');
  const type = object?.$type;
  const translate = diagram.get<(text: string) => string>('translate');
  return type === undefined ? elementId : translate(type.replace('bpmn:', '').replace(/\B[A-Z]/g, ' $&'));
}

/** Brings an element into view, selected where the diagram can be selected in. False when it is not drawn. */
export function showElement(diagram: Diagram, elementId: string): boolean {
  const canvas = diagram.get<Canvas>('canvas');
  const element = diagram.get<ElementRegistry>('elementRegistry').get(elementId) as Element | undefined;
  if (!element) return false;
  canvas.scrollToElement(element, 120);
  const selection = diagram.get<Selection | null>('selection', false);
  if (element !== canvas.getRootElement()) selection?.select(element);
  else selection?.select([]);
  return true;
}

/** Air around the diagram, in pixels. */
const AIR = 24;

/** Shows the whole diagram beside the palette, never larger than life. */
export function fit(diagram: Diagram): void {
  const canvas = diagram.get<Canvas>('canvas');
  const { inner, outer } = canvas.viewbox();
  if (inner.width === 0 || outer.width === 0) return;
  const left = AIR + paletteWidth(canvas.getContainer());
  const width = outer.width - left - AIR;
  const height = outer.height - 2 * AIR;
  const scale = Math.min(width / inner.width, height / inner.height, 1);
  canvas.viewbox({
    x: inner.x - (left + (width - inner.width * scale) / 2) / scale,
    y: inner.y - (AIR + (height - inner.height * scale) / 2) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}

/** What the palette takes of the left side; it is wider on low screens. */
function paletteWidth(container: HTMLElement): number {
  const palette = container.querySelector('.djs-palette');
  return palette ? palette.getBoundingClientRect().right - container.getBoundingClientRect().left : 0;
}

/** Zooms by a factor around the middle, within what can still be read. */
export function zoomBy(diagram: Diagram, factor: number): void {
  const canvas = diagram.get<Canvas>('canvas');
  canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)));
}
