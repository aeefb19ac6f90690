import { evaluateString } from '../../../feel/evaluate-as.js';
import type { SignalDefinition } from '../../../model/executable.js';
import { localVariables } from '../../../state/variable-scope.js';
import type { ProcessingContext } from '../../processing-context.js';
import type { ElementContext, Failure } from '../element-processor.js';
import { expressionContext } from './expression-context.js';
import { activated, completeElement } from './transitions.js';

/** Throw and end events: broadcasts the signal with the event's own variables, and goes on. */
export function throwSignal(
  work: ProcessingContext,
  context: ElementContext,
  signal: SignalDefinition,
): Failure | undefined {
  const name = evaluateString(signal.name, expressionContext(work, context.key));
  if (!name.ok) return { errorType: 'EXTRACT_VALUE_ERROR', message: name.failure };
  const { tenantId } = context.value;
  const variables = localVariables(work.state, context.key);
  work.command(work.nextKey(), 'SIGNAL', 'BROADCAST', { signalName: name.value, variables, tenantId });
  activated(work, context);
  completeElement(work, context);
  return undefined;
}
