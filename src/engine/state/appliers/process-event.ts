import { updateInstance } from '../element-instances.js';
import type { AppliersOf } from './applier.js';

export const processEventAppliers: AppliersOf<'PROCESS_EVENT'> = {
  TRIGGERING(state, key, value) {
    const { scopeKey, targetElementId: elementId, variables, processInstanceKey } = value;
    state.eventTriggers.put(scopeKey, key, { eventKey: key, elementId, variables, processInstanceKey });
    if (!state.graphs.hasEventSubProcesses) return;
    const interruptedBy = state.graphs.interruptingEventSubProcess(value.processDefinitionKey, elementId);
    if (interruptedBy !== undefined) updateInstance(state, scopeKey, { interruptedBy });
  },
  TRIGGERED(state, key, value) {
    state.eventTriggers.remove(value.scopeKey, key);
  },
};
