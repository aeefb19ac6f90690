import type { ScriptTaskElement } from '../../model/executable.js';
import { completeActivity, terminateLeaf } from './behavior/activity.js';
import { triggering } from './behavior/event-triggers.js';
import { expressionContext } from './behavior/expression-context.js';
import { activated, completeElement } from './behavior/transitions.js';
import { applyInputMappings } from './behavior/variable-mapping.js';
import type { ElementProcessor } from './element-processor.js';

/** Evaluates its FEEL and keeps the value under the result variable's name. */
export const scriptTask: ElementProcessor<ScriptTaskElement> = {
  onActivate(work, context) {
    const failure = applyInputMappings(work, context);
    if (failure !== undefined) return failure;
    const { script, resultVariable, id } = context.element;
    const result = script.evaluate(expressionContext(work, context.key));
    if (!result.ok) return { errorType: 'EXTRACT_VALUE_ERROR', message: result.failure };
    triggering(work, context.key, context.value, id, { [resultVariable]: result.value });
    activated(work, context);
    completeElement(work, context);
    return undefined;
  },
  onComplete: completeActivity,
  onTerminate: terminateLeaf,
};
