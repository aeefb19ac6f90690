import type { ValueType, Values, VariableValue } from './value-types.js';

/** Inside the engine a variable's value stays parsed; it becomes JSON text where records leave it. */
export type InternalVariableValue = Omit<VariableValue, 'value'> & { readonly value: unknown };

export type InternalValues = { [V in ValueType]: V extends 'VARIABLE' ? InternalVariableValue : Values[V] };
