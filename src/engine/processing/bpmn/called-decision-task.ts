import type { CalledDecisionElement } from '../../model/executable.js';
import { evaluateString } from '../../feel/evaluate-as.js';
import {
  describeMissingDecision,
  evaluateCalledDecision,
  findLatestDecision,
} from '../decisions/evaluate-called-decision.js';
import { completeActivity, terminateLeaf } from './behavior/activity.js';
import { triggering } from './behavior/event-triggers.js';
import { expressionContext } from './behavior/expression-context.js';
import { activated, completeElement } from './behavior/transitions.js';
import { applyInputMappings } from './behavior/variable-mapping.js';
import type { ElementProcessor } from './element-processor.js';

/** A business rule task that evaluates a decision and keeps its output under the result variable's name. */
export const calledDecisionTask: ElementProcessor<CalledDecisionElement> = {
  onActivate(work, context) {
    const failure = applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    const { key, value, element } = context;
    const variables = expressionContext(work, key);
    const decisionId = evaluateString(element.decisionId, variables);
    if (!decisionId.ok) return { errorType: 'EXTRACT_VALUE_ERROR', message: decisionId.failure };
    const decision = findLatestDecision(work, decisionId.value);
    if (decision === undefined) {
      return { errorType: 'CALLED_DECISION_ERROR', message: describeMissingDecision('id', decisionId.value) };
    }
    const { bpmnProcessId, processDefinitionKey, processInstanceKey, elementId } = value;
    const caller = { bpmnProcessId, processDefinitionKey, processInstanceKey, elementId, elementInstanceKey: key };
    const called = evaluateCalledDecision(work, decision, variables, caller);
    if (called.failure !== undefined) return { errorType: 'DECISION_EVALUATION_ERROR', message: called.failure };
    triggering(work, key, value, element.id, { [element.resultVariable]: called.output });
    activated(work, context);
    completeElement(work, context);
    return undefined;
  },
  onComplete: completeActivity,
  onTerminate: terminateLeaf,
};
