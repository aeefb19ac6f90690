import type { Variables } from '../../../protocol/value-types.js';
import type { ProcessingContext } from '../../processing-context.js';
import { processInstanceValue } from '../../record-values.js';
import { triggering } from './event-triggers.js';

/**
 * Starts a process instance at a start event that was triggered.
 * @param processInstanceKey taken before, for the record of what triggered it names the instance
 */
export function startByEvent(
  work: ProcessingContext,
  processDefinitionKey: number,
  processInstanceKey: number,
  startEventId: string,
  variables: Variables,
): void {
  const value = processInstanceValue(work.state.processes.get(processDefinitionKey), processInstanceKey);
  triggering(work, processDefinitionKey, value, startEventId, variables);
  work.command(processInstanceKey, 'PROCESS_INSTANCE', 'ACTIVATE_ELEMENT', value);
}
