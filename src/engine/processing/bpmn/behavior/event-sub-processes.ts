/** Event sub-processes: what is caught on the scope around them starts them, after all else in it where they interrupt. */
import type { BoundaryEventElement, ExecutableElement, StartEventElement } from '../../../model/executable.js';
import { isEnding } from '../../../state/element-instances.js';
import { getElement } from '../../models.js';
import type { ProcessingContext } from '../../processing-context.js';
import { elementValue } from '../../record-values.js';
import type { ElementContext } from '../element-processor.js';
import { unsubscribeFromEvents } from './event-subscriptions.js';

/** What is caught on an element instance: by an event sub-process in it, or at its border; in the order in which Zeebe asks them. */
export type ScopeEvent = BoundaryEventElement | StartEventElement;

export function scopeEventsOf({ element, process }: Pick<ElementContext, 'element' | 'process'>): ScopeEvent[] {
  const ids = 'boundaryEventIds' in element ? element.boundaryEventIds : [];
  const all = element.kind === 'scope' ? [...element.eventSubProcessStartIds, ...ids] : ids;
  return all.map((id) => getElement(process, id) as ScopeEvent);
}

/** The scope caught the start event of an event sub-process in it; the trigger that says so is kept until that has started. */
export function triggerEventSubProcess(
  work: ProcessingContext,
  scope: ElementContext,
  start: StartEventElement,
  eventSubProcessId: string,
): void {
  const { interruptedBy } = work.state.elementInstances.get(scope.key);
  if (interruptedBy !== undefined && interruptedBy !== eventSubProcessId) return;
  if (start.interrupting) {
    unsubscribeFromEvents(work, scope, (eventId) => isStartOfEventSubProcess(scope, eventId));
    if (terminateAll(work, scope.key)) return;
  }
  activateEventSubProcess(work, scope, eventSubProcessId);
}

/** The last child of an interrupted scope is gone: what interrupted it starts. Answers false where that was something else. */
export function startInterruptingEventSubProcess(work: ProcessingContext, scope: ElementContext): boolean {
  for (const [, { elementId }] of work.state.eventTriggers.entries(scope.key)) {
    const start = getElement(scope.process, elementId);
    if (start.kind !== 'start-event' || start.eventSubProcessId === undefined) return false;
    activateEventSubProcess(work, scope, start.eventSubProcessId);
    return true;
  }
  return false;
}

function activateEventSubProcess(work: ProcessingContext, scope: ElementContext, id: string): void {
  const value = elementValue(scope.value, getElement(scope.process, id), scope.key);
  work.command(-1, 'PROCESS_INSTANCE', 'ACTIVATE_ELEMENT', value);
}

function isStartOfEventSubProcess({ process }: ElementContext, eventId: string): boolean {
  const element: ExecutableElement | undefined = process.elements.get(eventId);
  return element?.kind === 'start-event' && element.eventSubProcessId !== undefined;
}

/** As in Zeebe one by one, not as a batch. Answers whether there is anything to wait for. */
function terminateAll(work: ProcessingContext, scopeKey: number): boolean {
  const keys = work.state.children.keys(scopeKey);
  for (const key of keys) {
    const child = work.state.elementInstances.get(key);
    if (!isEnding(child)) work.command(key, 'PROCESS_INSTANCE', 'TERMINATE_ELEMENT', child.value);
  }
  return keys.length > 0;
}
