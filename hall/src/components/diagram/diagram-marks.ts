import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { Diagram, ElementState } from '../../api/types';

interface Shape {
  id: string;
  type: string;
  businessObject?: { name?: string };
  x?: number;
  y?: number;
}
interface Registry {
  get(id: string): Shape | undefined;
  filter(test: (element: Shape) => boolean): Shape[];
}
interface Canvas {
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  zoom(level: 'fit-viewport' | number, center?: 'auto'): number;
  viewbox(box?: { x: number; y: number; width: number; height: number }): {
    scale: number;
    width: number;
    height: number;
  };
}
interface Overlays {
  clear(): void;
  add(id: string, overlay: { position: object; html: HTMLElement }): string;
}

const WAITING: readonly ElementState[] = ['active', 'incident'];
const isStep = (shape: Shape | undefined): boolean => shape !== undefined && /Task|CallActivity/.test(shape.type);
const STATES: readonly ElementState[] = ['active', 'completed', 'terminated', 'incident'];

const registryOf = (viewer: NavigatedViewer): Registry => viewer.get('elementRegistry');
export const canvasOf = (viewer: NavigatedViewer): Canvas => viewer.get('canvas');

function countBadge(count: number): HTMLElement {
  const badge = document.createElement('span');
  badge.className = 'diagram-count';
  badge.textContent = `×${count}`;
  return badge;
}

/** Marks elements and flows as the diagram says; earlier marks go. */
export function markDiagram(viewer: NavigatedViewer, diagram: Diagram): void {
  const registry = registryOf(viewer);
  const canvas = canvasOf(viewer);
  const overlays = viewer.get<Overlays>('overlays');
  overlays.clear();
  for (const element of registry.filter(() => true)) {
    for (const state of STATES) canvas.removeMarker(element.id, `is-${state}`);
    canvas.removeMarker(element.id, 'is-taken');
  }
  for (const { elementId, state, count } of diagram.elements) {
    if (!registry.get(elementId)) continue;
    canvas.addMarker(elementId, `is-${state}`);
    if (count > 1) overlays.add(elementId, { position: { top: -12, right: 18 }, html: countBadge(count) });
  }
  for (const flow of diagram.flows) if (registry.get(flow)) canvas.addMarker(flow, 'is-taken');
}

const READABLE = 0.75;

/** The whole picture if it can be read at that size, else the part where the case stands. */
export function showCurrent(viewer: NavigatedViewer, diagram: Diagram): void {
  const canvas = canvasOf(viewer);
  if (canvas.zoom('fit-viewport', 'auto') >= READABLE * 0.7) return;
  const registry = registryOf(viewer);
  const here =
    diagram.elements.find(({ elementId, state }) => isStep(registry.get(elementId)) && WAITING.includes(state)) ??
    diagram.elements.findLast(({ elementId, state }) => isStep(registry.get(elementId)) && state === 'completed');
  const shape = here && registry.get(here.elementId);
  if (shape?.x === undefined || shape.y === undefined) return;
  canvas.zoom(READABLE);
  const { width, height } = canvas.viewbox();
  canvas.viewbox({ x: shape.x + 50 - width / 2, y: shape.y + 40 - height / 2, width, height });
}

/** Names of the steps in one of the states, for people who do not see the picture. */
export function namesIn(viewer: NavigatedViewer, diagram: Diagram, state: ElementState): string[] {
  const registry = registryOf(viewer);
  return diagram.elements
    .filter((element) => element.state === state)
    .map((element) => registry.get(element.elementId))
    .filter(isStep)
    .map((shape) => shape?.businessObject?.name ?? '')
    .filter((name) => name !== '');
}
