import type { MessageValue } from '../../protocol/value-types.js';
import { correlationId, keyText } from '../correlation-id.js';
import type { EngineState } from '../engine-state.js';
import type { AppliersOf } from './applier.js';

function expire(state: EngineState, key: number, message: MessageValue): void {
  const correlation = correlationId(message.name, message.correlationKey);
  state.messages.remove(key);
  state.messagesByCorrelation.remove(correlation, key);
  if (message.messageId !== '') state.messageIds.remove(correlation, keyText(message.messageId));
  state.messagesDue.remove(key);
  state.correlatedProcesses.removeGroup(key);
}

export const messageAppliers: AppliersOf<'MESSAGE'> = {
  PUBLISHED(state, key, value) {
    const correlation = correlationId(value.name, value.correlationKey);
    state.messages.insert(key, value);
    state.messagesByCorrelation.put(correlation, key, 1);
    if (value.messageId !== '') state.messageIds.put(correlation, keyText(value.messageId), key);
    if (value.timeToLive > 0) state.messagesDue.put(key, value.deadline);
  },
  EXPIRED(state, key) {
    const message = state.messages.find(key);
    if (message !== undefined) expire(state, key, message);
  },
};

export const messageStartEventSubscriptionAppliers: AppliersOf<'MESSAGE_START_EVENT_SUBSCRIPTION'> = {
  CREATED(state, key, value) {
    state.startSubscriptions.put(keyText(value.messageName), key, { key, value });
    state.startSubscriptionsByProcess.put(value.processDefinitionKey, key, value.messageName);
  },
  CORRELATED(state, _key, value) {
    state.correlatedProcesses.put(value.messageKey, keyText(value.bpmnProcessId), 1);
    if (value.correlationKey === '') return;
    const { bpmnProcessId, correlationKey, processInstanceKey } = value;
    state.correlatedInstances.insert(processInstanceKey, { bpmnProcessId, correlationKey });
    state.activeCorrelations.put(correlationId(bpmnProcessId, correlationKey), processInstanceKey);
  },
  DELETED(state, key, value) {
    state.startSubscriptions.remove(keyText(value.messageName), key);
    state.startSubscriptionsByProcess.remove(value.processDefinitionKey, key);
  },
};
