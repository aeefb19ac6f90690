import type { ExecutableElement, ExecutableProcess } from './executable.js';

/** Elements where the engine does not wait: a loop of nothing else would never end. */
function passesStraightThrough(element: ExecutableElement): boolean {
  return (
    element.kind === 'pass-through' || (element.kind === 'gateway' && element.elementType !== 'EVENT_BASED_GATEWAY')
  );
}

/** The ids along the first loop without a wait state that goes through a task or throw event, first id repeated at the end. */
export function findStraightThroughLoop(process: ExecutableProcess): string[] | undefined {
  for (const element of process.elements.values()) {
    if (element.kind !== 'pass-through') continue;
    const path = findWayBack(process, element, [element.id], new Set());
    if (path) return path;
  }
  return undefined;
}

function findWayBack(
  process: ExecutableProcess,
  from: ExecutableElement,
  path: string[],
  seen: Set<string>,
): string[] | undefined {
  for (const target of targetsOf(process, from)) {
    if (target.id === path[0]) return [...path, target.id];
    const isOpen = passesStraightThrough(target) || target.kind === 'start-event';
    if (!isOpen || seen.has(target.id)) continue;
    seen.add(target.id);
    const found = findWayBack(process, target, [...path, target.id], seen);
    if (found) return found;
  }
  return undefined;
}

function targetsOf(process: ExecutableProcess, element: ExecutableElement): ExecutableElement[] {
  return element.outgoing.flatMap((flowId) => {
    const flow = process.elements.get(flowId);
    const target = flow?.kind === 'sequence-flow' ? process.elements.get(flow.targetId) : undefined;
    return target ? [target] : [];
  });
}
