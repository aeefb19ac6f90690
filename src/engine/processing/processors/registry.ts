import type { Intents, ValueType } from '../../protocol/value-types.js';
import { activateElement, completeElementCommand, terminateElement } from '../bpmn/process-instance-commands.js';
import type { CommandProcessor } from '../processing-context.js';
import { evaluateDecisionCommand } from './decision-evaluation.js';
import { createDeployment } from './deployment.js';
import { resolveIncident } from './incident.js';
import { activateJobs } from './job-batch.js';
import {
  completeJob,
  failJob,
  recurJob,
  throwJobError,
  timeOutJob,
  updateJobRetries,
  updateJobTimeout,
} from './job.js';
import {
  createMessageSubscription,
  deleteMessageSubscription,
  messageSubscriptionCorrelated,
  rejectMessageSubscription,
} from './message-subscription.js';
import { expireMessage, publishMessage } from './message.js';
import { createProcessInstance, createWithAwaitingResult } from './process-instance-creation.js';
import { activateBatch, cancelProcessInstance, terminateBatch } from './process-instance.js';
import {
  correlateProcessMessage,
  deleteProcessMessageSubscription,
  openProcessMessageSubscription,
} from './process-message-subscription.js';
import { broadcastSignal } from './signal.js';
import { triggerTimer } from './timer.js';
import { updateVariables } from './variable-document.js';

type ProcessorsOf<V extends ValueType> = { readonly [I in Intents[V]]?: CommandProcessor<V> };

const PROCESSORS: { readonly [V in ValueType]?: ProcessorsOf<V> } = {
  DEPLOYMENT: { CREATE: createDeployment },
  DECISION_EVALUATION: { EVALUATE: evaluateDecisionCommand },
  PROCESS_INSTANCE_CREATION: {
    CREATE: createProcessInstance,
    CREATE_WITH_AWAITING_RESULT: createWithAwaitingResult,
  },
  PROCESS_INSTANCE: {
    ACTIVATE_ELEMENT: activateElement,
    COMPLETE_ELEMENT: completeElementCommand,
    TERMINATE_ELEMENT: terminateElement,
    CANCEL: cancelProcessInstance,
  },
  PROCESS_INSTANCE_BATCH: { ACTIVATE: activateBatch, TERMINATE: terminateBatch },
  JOB: {
    COMPLETE: completeJob,
    FAIL: failJob,
    THROW_ERROR: throwJobError,
    UPDATE_RETRIES: updateJobRetries,
    UPDATE_TIMEOUT: updateJobTimeout,
    TIME_OUT: timeOutJob,
    RECUR_AFTER_BACKOFF: recurJob,
  },
  JOB_BATCH: { ACTIVATE: activateJobs },
  VARIABLE_DOCUMENT: { UPDATE: updateVariables },
  INCIDENT: { RESOLVE: resolveIncident },
  MESSAGE: { PUBLISH: publishMessage, EXPIRE: expireMessage },
  MESSAGE_SUBSCRIPTION: {
    CREATE: createMessageSubscription,
    CORRELATE: messageSubscriptionCorrelated,
    REJECT: rejectMessageSubscription,
    DELETE: deleteMessageSubscription,
  },
  PROCESS_MESSAGE_SUBSCRIPTION: {
    CREATE: openProcessMessageSubscription,
    CORRELATE: correlateProcessMessage,
    DELETE: deleteProcessMessageSubscription,
  },
  TIMER: { TRIGGER: triggerTimer },
  SIGNAL: { BROADCAST: broadcastSignal },
};

export function findProcessor(valueType: ValueType, intent: string): CommandProcessor<ValueType> | undefined {
  const processors = PROCESSORS[valueType] as Record<string, CommandProcessor<ValueType> | undefined> | undefined;
  return processors?.[intent];
}
