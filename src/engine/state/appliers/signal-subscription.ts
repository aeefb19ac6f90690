import type { SignalSubscriptionValue } from '../../protocol/value-types.js';
import { keyText } from '../correlation-id.js';
import type { AppliersOf } from './applier.js';

/** Who waits: the element instance, or the process definition whose start event it is. */
function ownerOf({ catchEventInstanceKey, processDefinitionKey }: SignalSubscriptionValue): number {
  return catchEventInstanceKey > 0 ? catchEventInstanceKey : processDefinitionKey;
}

export const signalSubscriptionAppliers: AppliersOf<'SIGNAL_SUBSCRIPTION'> = {
  CREATED(state, key, value) {
    state.signalSubscriptions.put(keyText(value.signalName), ownerOf(value), { key, value });
    state.signalSubscriptionsByOwner.put(ownerOf(value), key, value.signalName);
  },
  DELETED(state, key, value) {
    state.signalSubscriptions.remove(keyText(value.signalName), ownerOf(value));
    state.signalSubscriptionsByOwner.remove(ownerOf(value), key);
  },
};
