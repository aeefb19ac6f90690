import type { CatchEventElement, ScopeElement, ThrowEventElement } from '../../../model/executable.js';
import { getElement } from '../../models.js';
import type { ProcessingContext } from '../../processing-context.js';
import { elementValue } from '../../record-values.js';
import type { ElementContext } from '../element-processor.js';
import { elementsOf } from './contexts.js';

/** The catch event of the scope with the throw event's name starts: no flow leads there. */
export function followLink(work: ProcessingContext, context: ElementContext<ThrowEventElement>): void {
  const value = elementValue(context.value, findLinkTarget(context), context.value.flowScopeKey);
  work.command(work.nextKey(), 'PROCESS_INSTANCE', 'ACTIVATE_ELEMENT', value);
}

function findLinkTarget(context: ElementContext<ThrowEventElement>): CatchEventElement {
  const { trigger, flowScopeId = '', id } = context.element;
  const scope = getElement(context.process, flowScopeId);
  const inner = scope.kind === 'multi-instance' ? scope.inner : scope;
  const { childIds } = inner as ScopeElement;
  const events = childIds.filter((childId) => context.process.elements.get(childId)?.kind === 'catch-event');
  const target = elementsOf<CatchEventElement>(context, events, 'catch-event').find(
    (event) => event.trigger.type === 'link' && trigger.type === 'link' && event.trigger.name === trigger.name,
  );
  if (target === undefined) throw new Error(`Expected link event ${id} to have a catch event`);
  return target;
}
