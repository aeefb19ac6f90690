import type { Applier, AppliersOf } from './applier.js';

const put: Applier<'VARIABLE'> = (state, key, value) => {
  state.variables.put(value.scopeKey, value.name, { key, value: value.value });
};

export const variableAppliers: AppliersOf<'VARIABLE'> = { CREATED: put, UPDATED: put };
