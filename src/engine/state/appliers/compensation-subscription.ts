import type { Applier, AppliersOf } from './applier.js';

const put: Applier<'COMPENSATION_SUBSCRIPTION'> = (state, key, value) => {
  state.compensationSubscriptions.put(value.processInstanceKey, key, value);
};

const remove: Applier<'COMPENSATION_SUBSCRIPTION'> = (state, key, value) => {
  state.compensationSubscriptions.remove(value.processInstanceKey, key);
};

export const compensationSubscriptionAppliers: AppliersOf<'COMPENSATION_SUBSCRIPTION'> = {
  CREATED: put,
  TRIGGERED: put,
  COMPLETED: remove,
  DELETED: remove,
};
