import type { ValueType } from '../../protocol/value-types.js';
import type { EngineState } from '../engine-state.js';
import type { InternalRecord } from '../record-codec.js';
import { changesNothing, type Applier, type AppliersOf } from './applier.js';
import { compensationSubscriptionAppliers } from './compensation-subscription.js';
import { decisionAppliers, decisionRequirementsAppliers } from './decision.js';
import { deploymentAppliers, formAppliers, processAppliers } from './deployment.js';
import { incidentAppliers } from './incident.js';
import { jobAppliers, jobBatchAppliers } from './job.js';
import { messageAppliers, messageStartEventSubscriptionAppliers } from './message.js';
import { messageSubscriptionAppliers, processMessageSubscriptionAppliers } from './message-subscription.js';
import { processEventAppliers } from './process-event.js';
import { processInstanceAppliers } from './process-instance.js';
import { signalSubscriptionAppliers } from './signal-subscription.js';
import { timerAppliers } from './timer.js';
import { variableAppliers } from './variable.js';

/** Every event's applier. A published applier never changes: logs that hold its event are replayed with it. */
export const APPLIERS: { readonly [V in ValueType]: AppliersOf<V> } = {
  DEPLOYMENT: deploymentAppliers,
  PROCESS: processAppliers,
  FORM: formAppliers,
  DECISION: decisionAppliers,
  DECISION_REQUIREMENTS: decisionRequirementsAppliers,
  DECISION_EVALUATION: { EVALUATED: changesNothing, FAILED: changesNothing },
  PROCESS_INSTANCE_CREATION: { CREATED: changesNothing },
  PROCESS_INSTANCE_RESULT: { COMPLETED: changesNothing },
  PROCESS_INSTANCE: processInstanceAppliers,
  PROCESS_INSTANCE_BATCH: {},
  PROCESS_EVENT: processEventAppliers,
  JOB: jobAppliers,
  JOB_BATCH: jobBatchAppliers,
  VARIABLE: variableAppliers,
  VARIABLE_DOCUMENT: { UPDATED: changesNothing },
  INCIDENT: incidentAppliers,
  MESSAGE: messageAppliers,
  MESSAGE_SUBSCRIPTION: messageSubscriptionAppliers,
  PROCESS_MESSAGE_SUBSCRIPTION: processMessageSubscriptionAppliers,
  MESSAGE_START_EVENT_SUBSCRIPTION: messageStartEventSubscriptionAppliers,
  TIMER: timerAppliers,
  SIGNAL: { BROADCASTED: changesNothing },
  SIGNAL_SUBSCRIPTION: signalSubscriptionAppliers,
  COMPENSATION_SUBSCRIPTION: compensationSubscriptionAppliers,
  ESCALATION: { ESCALATED: changesNothing, NOT_ESCALATED: changesNothing },
};

/** Applies one event to the state. */
export function applyEvent(state: EngineState, record: InternalRecord): void {
  const appliers = APPLIERS[record.valueType] as Record<string, Applier<ValueType> | undefined>;
  const applier = appliers[record.intent];
  if (applier === undefined)
    throw new Error(`Expected an applier for ${record.valueType} ${record.intent}, but found none`);
  applier(state, record.key, record.value);
}
