import type { InternalValues } from '../../protocol/internal-values.js';
import type { Intents, ValueType } from '../../protocol/value-types.js';
import type { EngineState } from '../engine-state.js';

/** Changes state as the event says. Knows nothing else: no clock, no expression, no I/O. */
export type Applier<V extends ValueType> = (state: EngineState, key: number, value: InternalValues[V]) => void;

/** The appliers of a value type, by event intent. */
export type AppliersOf<V extends ValueType> = { readonly [I in Intents[V]]?: Applier<V> };

/** For events that only tell. */
export const changesNothing = (): void => undefined;
