import type { EngineState } from './engine-state.js';
import type { ElementInstance } from './rows.js';

/** True when nothing is active in the scope any more: no element instance, no taken flow on its way. */
export function hasNoActivePath(instance: ElementInstance): boolean {
  return instance.children + instance.activeFlows === 0;
}

export function isActive(instance: ElementInstance): boolean {
  return instance.state === 'ELEMENT_ACTIVATED' || instance.state === 'ELEMENT_ACTIVATING';
}

/** Being terminated, or gone. */
export function isEnding({ state }: ElementInstance): boolean {
  return state === 'ELEMENT_TERMINATING' || state === 'ELEMENT_TERMINATED' || state === 'ELEMENT_COMPLETED';
}

/** Changes an element instance; for appliers. */
export function updateInstance(state: EngineState, key: number, change: Partial<ElementInstance>): void {
  const instance = state.elementInstances.find(key);
  if (instance !== undefined) state.elementInstances.put(key, { ...instance, ...change });
}
