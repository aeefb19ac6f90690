import type { MessageSubscriptionValue } from '../../protocol/value-types.js';
import { correlationId, keyText } from '../correlation-id.js';
import type { EngineState } from '../engine-state.js';
import type { AppliersOf } from './applier.js';

function group(value: MessageSubscriptionValue): string {
  return correlationId(value.messageName, value.correlationKey);
}

function remove(state: EngineState, key: number, value: MessageSubscriptionValue): void {
  state.messageSubscriptions.remove(group(value), key);
}

export const messageSubscriptionAppliers: AppliersOf<'MESSAGE_SUBSCRIPTION'> = {
  CREATED(state, key, value) {
    state.messageSubscriptions.put(group(value), key, { key, correlating: false, value });
  },
  CORRELATING(state, key, value) {
    state.messageSubscriptions.put(group(value), key, { key, correlating: true, value });
    state.correlatedProcesses.put(value.messageKey, keyText(value.bpmnProcessId), 1);
  },
  CORRELATED(state, key, value) {
    if (value.interrupting) remove(state, key, value);
    else state.messageSubscriptions.put(group(value), key, { key, correlating: false, value });
  },
  REJECTED(state, key, value) {
    // The message was not used by this process id after all: another instance may have it.
    state.correlatedProcesses.remove(value.messageKey, keyText(value.bpmnProcessId));
    remove(state, key, value);
  },
  DELETED: remove,
};

export const processMessageSubscriptionAppliers: AppliersOf<'PROCESS_MESSAGE_SUBSCRIPTION'> = {
  CREATING(state, key, value) {
    const row = { key, state: 'CREATING', value } as const;
    state.processMessageSubscriptions.put(value.elementInstanceKey, keyText(value.messageName), row);
  },
  CREATED(state, key, value) {
    const row = { key, state: 'CREATED', value } as const;
    state.processMessageSubscriptions.put(value.elementInstanceKey, keyText(value.messageName), row);
  },
  CORRELATED(state, key, value) {
    const name = keyText(value.messageName);
    if (value.interrupting) state.processMessageSubscriptions.remove(value.elementInstanceKey, name);
    // It goes on waiting, and remembers the last message as Zeebe's does.
    else state.processMessageSubscriptions.put(value.elementInstanceKey, name, { key, state: 'CREATED', value });
  },
  DELETING(state, key, value) {
    const row = { key, state: 'CLOSING', value } as const;
    state.processMessageSubscriptions.put(value.elementInstanceKey, keyText(value.messageName), row);
  },
  DELETED(state, _key, value) {
    state.processMessageSubscriptions.remove(value.elementInstanceKey, keyText(value.messageName));
  },
};
