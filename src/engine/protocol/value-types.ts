/**
 * Value types, their intents and values, in Zeebe 8.5.8's names. What a value holds is what Zeebe's JSON of it holds
 * (the exporter adds nothing but the envelope), so that a reader of records cannot tell the two engines apart.
 */
import type { BpmnElementType, BpmnEventType } from './bpmn-element-type.js';

export type Variables = Readonly<Record<string, unknown>>;

export type ValueType = keyof Values;

/** Intents per value type. Commands are imperative, events past tense; both live in one enumeration, as in Zeebe. */
export interface Intents {
  DEPLOYMENT: 'CREATE' | 'CREATED';
  PROCESS: 'CREATED';
  FORM: 'CREATED';
  DECISION: 'CREATED' | 'DELETED';
  DECISION_REQUIREMENTS: 'CREATED' | 'DELETED';
  DECISION_EVALUATION: 'EVALUATE' | 'EVALUATED' | 'FAILED';
  PROCESS_INSTANCE_CREATION: 'CREATE' | 'CREATED' | 'CREATE_WITH_AWAITING_RESULT';
  PROCESS_INSTANCE_RESULT: 'COMPLETED';
  PROCESS_INSTANCE:
    | 'CANCEL'
    | 'SEQUENCE_FLOW_TAKEN'
    | 'ELEMENT_ACTIVATING'
    | 'ELEMENT_ACTIVATED'
    | 'ELEMENT_COMPLETING'
    | 'ELEMENT_COMPLETED'
    | 'ELEMENT_TERMINATING'
    | 'ELEMENT_TERMINATED'
    | 'ACTIVATE_ELEMENT'
    | 'COMPLETE_ELEMENT'
    | 'TERMINATE_ELEMENT';
  PROCESS_INSTANCE_BATCH: 'TERMINATE' | 'ACTIVATE';
  PROCESS_EVENT: 'TRIGGERING' | 'TRIGGERED';
  JOB:
    | 'CREATED'
    | 'COMPLETE'
    | 'COMPLETED'
    | 'TIME_OUT'
    | 'TIMED_OUT'
    | 'FAIL'
    | 'FAILED'
    | 'UPDATE_RETRIES'
    | 'RETRIES_UPDATED'
    | 'CANCELED'
    | 'THROW_ERROR'
    | 'ERROR_THROWN'
    | 'RECUR_AFTER_BACKOFF'
    | 'RECURRED_AFTER_BACKOFF'
    | 'UPDATE_TIMEOUT'
    | 'TIMEOUT_UPDATED';
  JOB_BATCH: 'ACTIVATE' | 'ACTIVATED';
  VARIABLE: 'CREATED' | 'UPDATED';
  VARIABLE_DOCUMENT: 'UPDATE' | 'UPDATED';
  INCIDENT: 'CREATED' | 'RESOLVE' | 'RESOLVED';
  MESSAGE: 'PUBLISH' | 'PUBLISHED' | 'EXPIRE' | 'EXPIRED';
  MESSAGE_SUBSCRIPTION:
    'CREATE' | 'CREATED' | 'CORRELATING' | 'CORRELATE' | 'CORRELATED' | 'REJECT' | 'REJECTED' | 'DELETE' | 'DELETED';
  PROCESS_MESSAGE_SUBSCRIPTION:
    'CREATING' | 'CREATE' | 'CREATED' | 'CORRELATE' | 'CORRELATED' | 'DELETING' | 'DELETE' | 'DELETED';
  MESSAGE_START_EVENT_SUBSCRIPTION: 'CREATED' | 'CORRELATED' | 'DELETED';
  TIMER: 'CREATED' | 'TRIGGER' | 'TRIGGERED' | 'CANCEL' | 'CANCELED';
  SIGNAL: 'BROADCAST' | 'BROADCASTED';
  SIGNAL_SUBSCRIPTION: 'CREATED' | 'DELETED';
  ESCALATION: 'ESCALATED' | 'NOT_ESCALATED';
  COMPENSATION_SUBSCRIPTION: 'CREATED' | 'TRIGGERED' | 'COMPLETED' | 'DELETED';
}

export interface DeploymentResource {
  resourceName: string;
  /** Base64, as in Zeebe's JSON. */
  resource: string;
}

export interface ProcessMetadata {
  bpmnProcessId: string;
  version: number;
  processDefinitionKey: number;
  resourceName: string;
  checksum: string;
  isDuplicate: boolean;
  tenantId: string;
}

export interface FormMetadata {
  formId: string;
  version: number;
  formKey: number;
  resourceName: string;
  checksum: string;
  isDuplicate: boolean;
  tenantId: string;
}

export interface DecisionMetadata {
  decisionId: string;
  decisionName: string;
  version: number;
  decisionKey: number;
  decisionRequirementsId: string;
  decisionRequirementsKey: number;
  isDuplicate: boolean;
  tenantId: string;
}

export interface DecisionRequirementsMetadata {
  decisionRequirementsId: string;
  decisionRequirementsName: string;
  decisionRequirementsVersion: number;
  decisionRequirementsKey: number;
  namespace: string;
  resourceName: string;
  checksum: string;
  isDuplicate: boolean;
  tenantId: string;
}

export interface DeploymentValue {
  resources: DeploymentResource[];
  processesMetadata: ProcessMetadata[];
  decisionsMetadata: DecisionMetadata[];
  decisionRequirementsMetadata: DecisionRequirementsMetadata[];
  formMetadata: FormMetadata[];
  tenantId: string;
}

export interface ProcessValue extends ProcessMetadata {
  /** Base64 of the BPMN XML. */
  resource: string;
}

export interface FormValue extends FormMetadata {
  resource: string;
}

export type DecisionValue = DecisionMetadata;

export interface DecisionRequirementsValue extends DecisionRequirementsMetadata {
  /** Base64 of the DMN XML. */
  resource: string;
}

/** Values of inputs and outputs are JSON text. */
export interface EvaluatedDecisionValue {
  decisionId: string;
  decisionName: string;
  /** -1 for a business knowledge model. */
  decisionKey: number;
  decisionVersion: number;
  decisionType: string;
  decisionOutput: string;
  evaluatedInputs: { inputId: string; inputName: string; inputValue: string }[];
  matchedRules: {
    ruleId: string;
    /** From 1. */
    ruleIndex: number;
    evaluatedOutputs: { outputId: string; outputName: string; outputValue: string }[];
  }[];
  tenantId: string;
}

export interface DecisionEvaluationValue {
  decisionId: string;
  decisionName: string;
  /** -1 in a command that names the decision by its id. */
  decisionKey: number;
  decisionVersion: number;
  decisionRequirementsId: string;
  decisionRequirementsKey: number;
  /** JSON text. */
  decisionOutput: string;
  /** Of the command; empty in events. */
  variables: Variables;
  /** Of the business rule task; empty and -1 when a client asked. */
  bpmnProcessId: string;
  processDefinitionKey: number;
  processInstanceKey: number;
  elementId: string;
  elementInstanceKey: number;
  evaluatedDecisions: EvaluatedDecisionValue[];
  evaluationFailureMessage: string;
  failedDecisionId: string;
  tenantId: string;
}

export interface ProcessInstanceValue {
  bpmnElementType: BpmnElementType;
  elementId: string;
  bpmnProcessId: string;
  version: number;
  processDefinitionKey: number;
  processInstanceKey: number;
  /** Element instance that this one lives in; -1 for a process instance. */
  flowScopeKey: number;
  bpmnEventType: BpmnEventType;
  /** -1 unless a call activity started this process instance. */
  parentProcessInstanceKey: number;
  parentElementInstanceKey: number;
  tenantId: string;
}

export interface ProcessInstanceCreationValue {
  bpmnProcessId: string;
  /** -1 means the latest. */
  version: number;
  processDefinitionKey: number;
  processInstanceKey: number;
  variables: Variables;
  fetchVariables: string[];
  startInstructions: { elementId: string }[];
  tenantId: string;
}

export interface ProcessInstanceResultValue {
  bpmnProcessId: string;
  version: number;
  processDefinitionKey: number;
  processInstanceKey: number;
  variables: Variables;
  tenantId: string;
}

export interface ProcessInstanceBatchValue {
  processInstanceKey: number;
  batchElementInstanceKey: number;
  index: number;
  tenantId: string;
}

export interface ProcessEventValue {
  scopeKey: number;
  processDefinitionKey: number;
  targetElementId: string;
  variables: Variables;
  processInstanceKey: number;
  tenantId: string;
}

export interface JobValue {
  type: string;
  customHeaders: Readonly<Record<string, string>>;
  variables: Variables;
  retries: number;
  /** Milliseconds. */
  retryBackoff: number;
  /** When it may next be tried, milliseconds since 1970. */
  recurringTime: number;
  /** When the activation ends, milliseconds since 1970; -1 when not activated. */
  deadline: number;
  timeout: number;
  worker: string;
  errorMessage: string;
  errorCode: string;
  bpmnProcessId: string;
  processDefinitionVersion: number;
  processDefinitionKey: number;
  processInstanceKey: number;
  elementId: string;
  elementInstanceKey: number;
  tenantId: string;
}

export interface JobBatchValue {
  type: string;
  worker: string;
  /** Milliseconds. */
  timeout: number;
  maxJobsToActivate: number;
  fetchVariables: string[];
  jobKeys: number[];
  jobs: JobValue[];
  truncated: boolean;
  tenantIds: string[];
}

export interface VariableValue {
  name: string;
  /** JSON text, as in Zeebe. */
  value: string;
  scopeKey: number;
  processInstanceKey: number;
  processDefinitionKey: number;
  bpmnProcessId: string;
  tenantId: string;
}

export interface VariableDocumentValue {
  scopeKey: number;
  updateSemantics: 'PROPAGATE' | 'LOCAL';
  variables: Variables;
  tenantId: string;
}

export type IncidentErrorType =
  | 'UNKNOWN'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'UNHANDLED_ERROR_EVENT'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'EXECUTION_LISTENER_NO_RETRIES'
  | 'FORM_NOT_FOUND';

export interface IncidentValue {
  errorType: IncidentErrorType;
  errorMessage: string;
  bpmnProcessId: string;
  processDefinitionKey: number;
  processInstanceKey: number;
  elementId: string;
  elementInstanceKey: number;
  jobKey: number;
  variableScopeKey: number;
  tenantId: string;
}

export interface MessageValue {
  name: string;
  correlationKey: string;
  messageId: string;
  /** Milliseconds. */
  timeToLive: number;
  /** Milliseconds since 1970. */
  deadline: number;
  variables: Variables;
  tenantId: string;
}

export interface MessageSubscriptionValue {
  processInstanceKey: number;
  elementInstanceKey: number;
  bpmnProcessId: string;
  messageKey: number;
  messageName: string;
  correlationKey: string;
  interrupting: boolean;
  variables: Variables;
  tenantId: string;
}

export interface ProcessMessageSubscriptionValue extends MessageSubscriptionValue {
  elementId: string;
}

export interface MessageStartEventSubscriptionValue {
  processDefinitionKey: number;
  bpmnProcessId: string;
  startEventId: string;
  messageName: string;
  messageKey: number;
  correlationKey: string;
  processInstanceKey: number;
  variables: Variables;
  tenantId: string;
}

export interface TimerValue {
  /** -1 for a timer start event. */
  elementInstanceKey: number;
  processInstanceKey: number;
  /** Milliseconds since 1970. */
  dueDate: number;
  targetElementId: string;
  /** -1 means for ever. */
  repetitions: number;
  processDefinitionKey: number;
  tenantId: string;
}

export interface SignalValue {
  signalName: string;
  variables: Variables;
  tenantId: string;
}

export interface CompensationSubscriptionValue {
  processInstanceKey: number;
  processDefinitionKey: number;
  /** The activity that was completed and can be compensated. */
  compensableActivityId: string;
  compensableActivityInstanceKey: number;
  compensableActivityScopeKey: number;
  /** Empty for a sub-process that only holds others. */
  compensationHandlerId: string;
  /** -1 until the handler is started. */
  compensationHandlerInstanceKey: number;
  /** The event that asked for it; empty and -1 until one does. */
  throwEventId: string;
  throwEventInstanceKey: number;
  variables: Variables;
  tenantId: string;
}

export interface EscalationValue {
  processInstanceKey: number;
  escalationCode: string;
  throwElementId: string;
  /** Empty where nobody catches it. */
  catchElementId: string;
  tenantId: string;
}

export interface SignalSubscriptionValue {
  signalName: string;
  processDefinitionKey: number;
  bpmnProcessId: string;
  /** The event that waits. */
  catchEventId: string;
  /** The element instance that it waits on; -1 for a start event. */
  catchEventInstanceKey: number;
  tenantId: string;
}

export interface Values {
  DEPLOYMENT: DeploymentValue;
  PROCESS: ProcessValue;
  FORM: FormValue;
  DECISION: DecisionValue;
  DECISION_REQUIREMENTS: DecisionRequirementsValue;
  DECISION_EVALUATION: DecisionEvaluationValue;
  PROCESS_INSTANCE_CREATION: ProcessInstanceCreationValue;
  PROCESS_INSTANCE_RESULT: ProcessInstanceResultValue;
  PROCESS_INSTANCE: ProcessInstanceValue;
  PROCESS_INSTANCE_BATCH: ProcessInstanceBatchValue;
  PROCESS_EVENT: ProcessEventValue;
  JOB: JobValue;
  JOB_BATCH: JobBatchValue;
  VARIABLE: VariableValue;
  VARIABLE_DOCUMENT: VariableDocumentValue;
  INCIDENT: IncidentValue;
  MESSAGE: MessageValue;
  MESSAGE_SUBSCRIPTION: MessageSubscriptionValue;
  PROCESS_MESSAGE_SUBSCRIPTION: ProcessMessageSubscriptionValue;
  MESSAGE_START_EVENT_SUBSCRIPTION: MessageStartEventSubscriptionValue;
  TIMER: TimerValue;
  SIGNAL: SignalValue;
  SIGNAL_SUBSCRIPTION: SignalSubscriptionValue;
  ESCALATION: EscalationValue;
  COMPENSATION_SUBSCRIPTION: CompensationSubscriptionValue;
}
