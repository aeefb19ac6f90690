import { evaluateString } from '../../feel/evaluate-as.js';
import type { EndEventElement } from '../../model/executable.js';
import type { ProcessingContext } from '../processing-context.js';
import { terminateLeaf } from './behavior/activity.js';
import { completeWithoutMappings, throwCompensation } from './behavior/compensation-events.js';
import { findContainer } from './behavior/contexts.js';
import { describeUncaught, findErrorCatch } from './behavior/error-events.js';
import { throwEscalation } from './behavior/escalations.js';
import { triggerElement } from './behavior/event-triggers.js';
import { expressionContext } from './behavior/expression-context.js';
import { throwSignal } from './behavior/signals.js';
import { activated, completed, terminateChildren, transitionTo } from './behavior/transitions.js';
import { applyInputMappings, applyOutputMappings } from './behavior/variable-mapping.js';
import type { ElementContext, ElementProcessor, Failure } from './element-processor.js';

/** None, terminate, error, escalation, signal and compensation end events. */
export const endEvent: ElementProcessor<EndEventElement> = {
  onActivate(work, context) {
    const failure = applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    const { trigger } = context.element;
    if (trigger.type === 'compensation') return throwCompensation(work, context, trigger.activityId);
    if (trigger.type === 'error') return throwError(work, context, trigger.errorCode);
    if (trigger.type === 'escalation') return throwEscalation(work, context, trigger.escalationCode);
    if (trigger.type === 'signal') return throwSignal(work, context, trigger.signal);
    activated(work, context);
    transitionTo(work, context, 'ELEMENT_COMPLETING');
    return endEvent.onComplete(work, context);
  },
  onComplete(work, context) {
    if (context.element.trigger.type === 'compensation') return completeWithoutMappings(work, context);
    const failure = applyOutputMappings(work, context);
    if (failure !== undefined) return failure;
    const scope = context.element.trigger.type === 'terminate' ? findContainer(work, context) : undefined;
    completed(work, context);
    if (scope !== undefined) terminateChildren(work, scope);
    return undefined;
  },
  onTerminate: terminateLeaf,
};

/** The error ends the nearest activity around that catches it, and this end event with it. */
function throwError(
  work: ProcessingContext,
  context: ElementContext<EndEventElement>,
  errorCode: Parameters<typeof evaluateString>[0] | undefined,
): Failure | undefined {
  const code = errorCode && evaluateString(errorCode, expressionContext(work, context.key));
  if (code === undefined) throw new Error(`Expected error end event ${context.element.id} to have an error code`);
  if (!code.ok) return { errorType: 'EXTRACT_VALUE_ERROR', message: code.failure };
  const search = findErrorCatch(work, work.state.elementInstances.find(context.value.flowScopeKey), code.value);
  if (search.found === undefined) {
    return { errorType: 'UNHANDLED_ERROR_EVENT', message: describeUncaught(code.value, '', search.available) };
  }
  activated(work, context);
  triggerElement(work, search.found.instance, search.found.event, {});
  return undefined;
}
