import type { AppliersOf } from './applier.js';

export const processEventAppliers: AppliersOf<'PROCESS_EVENT'> = {
  TRIGGERING(state, key, value) {
    const { scopeKey, targetElementId: elementId, variables, processInstanceKey } = value;
    state.eventTriggers.put(scopeKey, key, { eventKey: key, elementId, variables, processInstanceKey });
  },
  TRIGGERED(state, key, value) {
    state.eventTriggers.remove(value.scopeKey, key);
  },
};
