import type { TimerValue } from '../../protocol/value-types.js';
import type { EngineState } from '../engine-state.js';
import type { AppliersOf } from './applier.js';

function remove(state: EngineState, key: number, value: TimerValue): void {
  state.timers.remove(key);
  state.timersByElement.remove(value.elementInstanceKey, key);
  state.timersDue.remove(key);
}

export const timerAppliers: AppliersOf<'TIMER'> = {
  CREATED(state, key, value) {
    state.timers.insert(key, value);
    state.timersByElement.put(value.elementInstanceKey, key, 1);
    state.timersDue.put(key, value.dueDate);
  },
  TRIGGERED: remove,
  CANCELED: remove,
};
