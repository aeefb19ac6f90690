import { evaluateString } from '../../../feel/evaluate-as.js';
import type { Expression } from '../../../feel/expression.js';
import type { ElementInstance } from '../../../state/rows.js';
import type { ProcessingContext } from '../../processing-context.js';
import type { ElementContext, Failure } from '../element-processor.js';
import { contextOfInstance, outwardsFrom } from './contexts.js';
import { scopeEventsOf, type ScopeEvent } from './event-sub-processes.js';
import { canTrigger, triggerElement } from './event-triggers.js';
import { expressionContext } from './expression-context.js';
import { activated, completeElement } from './transitions.js';

interface EscalationCatch {
  readonly instance: ElementInstance;
  readonly event: ScopeEvent;
}

/**
 * Throw and end events: the nearest event around that catches the code is triggered. The event goes on unless that
 * interrupts it; an escalation that nobody catches is no mistake.
 */
export function throwEscalation(
  work: ProcessingContext,
  context: ElementContext,
  escalationCode: Expression | undefined,
): Failure | undefined {
  const code = escalationCode && evaluateString(escalationCode, expressionContext(work, context.key));
  if (code === undefined) throw new Error(`Expected ${context.element.id} to have an escalation code`);
  if (!code.ok) return { errorType: 'EXTRACT_VALUE_ERROR', message: code.failure };
  activated(work, context);
  const key = work.nextKey();
  const caught = findEscalationCatch(work, context, code.value);
  const escalates = caught !== undefined && canTrigger(work, caught.instance, caught.event);
  if (escalates) triggerElement(work, caught.instance, caught.event, {});
  const { processInstanceKey, elementId, tenantId } = context.value;
  work.event(key, 'ESCALATION', escalates ? 'ESCALATED' : 'NOT_ESCALATED', {
    processInstanceKey,
    escalationCode: code.value,
    throwElementId: elementId,
    catchElementId: caught?.event.id ?? '',
    tenantId,
  });
  if (caught?.event.interrupting !== true) completeElement(work, context);
  return undefined;
}

/** On one element the exact code goes before "every escalation". */
function findEscalationCatch(
  work: ProcessingContext,
  context: ElementContext,
  code: string,
): EscalationCatch | undefined {
  for (const instance of outwardsFrom(work, work.state.elementInstances.find(context.value.flowScopeKey))) {
    const events = escalationEventsOf(work, instance);
    const event = events.find((each) => codeOf(each) === code) ?? events.find((each) => codeOf(each) === undefined);
    if (event !== undefined) return { instance, event };
  }
  return undefined;
}

function escalationEventsOf(work: ProcessingContext, instance: ElementInstance): ScopeEvent[] {
  return scopeEventsOf(contextOfInstance(work, instance)).filter((event) => event.trigger.type === 'escalation');
}

/** Undefined catches every escalation. */
function codeOf({ trigger }: ScopeEvent): string | undefined {
  return trigger.type === 'escalation' ? trigger.escalationCode?.source : undefined;
}
