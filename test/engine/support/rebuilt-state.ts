import type { OpenedDoor } from '../../../src/engine/open-door.js';
import { applyEvent } from '../../../src/engine/state/appliers/index.js';
import { EngineState } from '../../../src/engine/state/engine-state.js';
import { MemoryBacking } from '../../../src/engine/state/store/memory-backing.js';
import { StateStore } from '../../../src/engine/state/store/state-store.js';

/** State from nothing but the events of the log. */
export function rebuild(door: OpenedDoor): Record<string, unknown> {
  const store = new StateStore(new MemoryBacking(), false);
  const state = new EngineState(store, door.models);
  for (const record of door.log.all()) if (record.recordType === 'EVENT') applyEvent(state, record);
  return store.dump();
}

/** State as it is, without what belongs to the engine rather than to the log. */
export function current(door: OpenedDoor): Record<string, unknown> {
  const { 'engine-counters': _counters, 'pending-commands': _pending, ...dump } = door.state.store.dump();
  return dump;
}
