/** Where a case stands: its element instances seen per element of the drawing. */
import type { StoredElement } from './history-model.js';
import type { DiagramElement } from './history-types.js';

/** What is no shape of its own on the canvas, or says nothing. */
const HIDDEN_TYPES: readonly string[] = ['PROCESS', 'SEQUENCE_FLOW'];

/** `standing` are the element instances with an open incident. */
export function diagramElements(
  elements: Readonly<Record<string, StoredElement>>,
  standing: ReadonlySet<string>,
): DiagramElement[] {
  const byElement = new Map<string, [string, StoredElement][]>();
  for (const [key, element] of Object.entries(elements)) {
    if (HIDDEN_TYPES.includes(element.type)) continue;
    byElement.set(element.id, [...(byElement.get(element.id) ?? []), [key, element]]);
  }
  return [...byElement].map(([elementId, instances]) => summaryOf(elementId, instances, standing));
}

function summaryOf(
  elementId: string,
  instances: readonly [string, StoredElement][],
  standing: ReadonlySet<string>,
): DiagramElement {
  const elements = instances.map(([, element]) => element);
  // An instance that is still there tells more than a later one that has ended.
  const running = elements.filter((element) => element.endedAt === undefined);
  const shown = latestOf(running.length > 0 ? running : elements);
  const stands = instances.some(([key, element]) => standing.has(key) && element.endedAt === undefined);
  return {
    elementId,
    state: stands ? 'incident' : (shown.end ?? 'active'),
    count: instances.length,
    since: new Date(shown.since ?? shown.endedAt ?? 0),
    endedAt: shown.endedAt === undefined ? null : new Date(shown.endedAt),
  };
}

function latestOf(elements: readonly StoredElement[]): StoredElement {
  return elements.reduce((latest, element) => ((element.since ?? 0) >= (latest.since ?? 0) ? element : latest));
}
