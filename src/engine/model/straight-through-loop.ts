import type { ExecutableElement, ExecutableProcess } from './executable.js';

/** Where the check looks for a loop from, as Zeebe does: a loop of gateways alone is let pass. */
function isStart(element: ExecutableElement): boolean {
  return element.kind === 'pass-through' || element.kind === 'throw-event' || element.kind === 'call-activity';
}

/** Elements where the engine does not wait: a loop of nothing else would never end. */
function passesStraightThrough(element: ExecutableElement): boolean {
  switch (element.kind) {
    case 'pass-through':
    case 'throw-event':
    case 'call-activity':
    case 'start-event':
    case 'end-event':
    case 'multi-instance':
    case 'scope':
      return true;
    case 'gateway':
      return element.elementType !== 'EVENT_BASED_GATEWAY';
    default:
      return false;
  }
}

/**
 * The ids along the first loop of the process without a wait state that goes through a task, throw event or call activity,
 * first id repeated at the end.
 * @param processes of the same resource: call activities lead into them
 */
export function findStraightThroughLoop(
  process: ExecutableProcess,
  processes: readonly ExecutableProcess[],
): string[] | undefined {
  for (const id of [...process.elements.keys()].sort()) {
    const element = process.elements.get(id);
    const start = element?.kind === 'multi-instance' ? element.inner : element;
    if (!start || !isStart(start)) continue;
    const path = findWayBack({ process, element: start }, start, [start.id], new Set(), processes);
    if (path) return path;
  }
  return undefined;
}

interface Place {
  readonly process: ExecutableProcess;
  readonly element: ExecutableElement;
}

function findWayBack(
  from: Place,
  start: ExecutableElement,
  path: readonly string[],
  seen: Set<ExecutableElement>,
  processes: readonly ExecutableProcess[],
): string[] | undefined {
  for (const next of placesAfter(from, processes)) {
    const { element } = next;
    if (element === start) return [...path, element.id];
    if (!passesStraightThrough(element) || seen.has(element)) continue;
    seen.add(element);
    // The body and what is inside go by one id.
    const further = element.kind === 'multi-instance' ? path : [...path, element.id];
    const found = findWayBack(next, start, further, seen, processes);
    if (found) return found;
  }
  return undefined;
}

/** As in Zeebe: into sub-processes, bodies and called processes; and out of a sub-process or a body by one step. */
function placesAfter({ process, element }: Place, processes: readonly ExecutableProcess[]): Place[] {
  if (element.kind === 'multi-instance') return [{ process, element: element.inner }];
  if (element.kind === 'scope') return placeOf(process, element.noneStartEventId);
  if (element.kind === 'call-activity') {
    const { processId } = element;
    const called = processId.isStatic ? processes.find((other) => other.bpmnProcessId === processId.source) : undefined;
    return called ? placeOf(called, called.root.noneStartEventId) : [];
  }
  return outgoingOf(process, element).flatMap((flowId) => {
    const flow = process.elements.get(flowId);
    return flow?.kind === 'sequence-flow' ? placeOf(process, flow.targetId) : [];
  });
}

function outgoingOf(process: ExecutableProcess, element: ExecutableElement): readonly string[] {
  if (element.outgoing.length > 0) return element.outgoing;
  const scope = element.loop ? process.elements.get(element.id) : process.elements.get(element.flowScopeId ?? '');
  // The sub-process inside a body has no flows of its own.
  return scope?.kind === 'multi-instance' && !element.loop ? [] : (scope?.outgoing ?? []);
}

function placeOf(process: ExecutableProcess, id: string | undefined): Place[] {
  const element = id === undefined ? undefined : process.elements.get(id);
  return element ? [{ process, element }] : [];
}
