import type { TimerValue } from '../../protocol/value-types.js';
import type { EngineState } from '../engine-state.js';
import type { AppliersOf } from './applier.js';

/** Who waits: the element instance, or the process definition whose start event it is. */
function ownerOf({ elementInstanceKey, processDefinitionKey }: TimerValue): number {
  return elementInstanceKey > 0 ? elementInstanceKey : processDefinitionKey;
}

function remove(state: EngineState, key: number, value: TimerValue): void {
  state.timers.remove(key);
  state.timersByElement.remove(ownerOf(value), key);
  state.timersDue.remove(key);
}

export const timerAppliers: AppliersOf<'TIMER'> = {
  CREATED(state, key, value) {
    state.timers.insert(key, value);
    state.timersByElement.put(ownerOf(value), key, 1);
    state.timersDue.put(key, value.dueDate);
  },
  TRIGGERED: remove,
  CANCELED: remove,
};
