/** What the state's tables hold. Every row is immutable; appliers put new ones. */
import type {
  JobValue,
  MessageStartEventSubscriptionValue,
  MessageSubscriptionValue,
  MessageValue,
  ProcessInstanceValue,
  ProcessMessageSubscriptionValue,
  SignalSubscriptionValue,
  Variables,
} from '../protocol/value-types.js';

export interface ProcessRow {
  readonly key: number;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly resourceName: string;
  readonly checksum: string;
  /** Base64 of the BPMN XML, as it was deployed. */
  readonly resource: string;
}

export interface FormRow {
  readonly key: number;
  readonly formId: string;
  readonly version: number;
  readonly resourceName: string;
  readonly checksum: string;
  /** Base64. */
  readonly resource: string;
}

export interface DecisionRow {
  readonly key: number;
  readonly decisionId: string;
  readonly decisionName: string;
  readonly version: number;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: number;
}

export interface DecisionRequirementsRow {
  readonly key: number;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsName: string;
  readonly version: number;
  readonly namespace: string;
  readonly resourceName: string;
  readonly checksum: string;
  /** Base64 of the DMN XML, as it was deployed. */
  readonly resource: string;
}

export type ElementState =
  | 'ELEMENT_ACTIVATING'
  | 'ELEMENT_ACTIVATED'
  | 'ELEMENT_COMPLETING'
  | 'ELEMENT_COMPLETED'
  | 'ELEMENT_TERMINATING'
  | 'ELEMENT_TERMINATED';

export interface ElementInstance {
  readonly key: number;
  readonly state: ElementState;
  readonly value: ProcessInstanceValue;
  /** Key of the scope; -1 for a process instance, also for a called one. */
  readonly parentKey: number;
  /** Element instances that live directly in this one. */
  readonly children: number;
  /** Sequence flows taken within this scope whose target is not activated yet. */
  readonly activeFlows: number;
  /** -1 when there is none. */
  readonly jobKey: number;
  /** Call activity: the process instance it started; -1 when there is none. */
  readonly calledInstanceKey: number;
  /** Which item of its multi-instance body the element instance is for, counted from 1; left out elsewhere. */
  readonly loopCounter?: number;
  /** Multi-instance bodies only. */
  readonly loop?: LoopState;
  /** Set once nothing new may start in the scope (terminate end event, interrupting event sub-process). */
  readonly interruptedBy: string | undefined;
}

/** How many of a multi-instance body's element instances there were so far. */
export interface LoopState {
  readonly started: number;
  readonly completed: number;
  readonly terminated: number;
}

export interface VariableRow {
  readonly key: number;
  /** Plain JSON. */
  readonly value: unknown;
}

export interface EventTriggerRow {
  readonly eventKey: number;
  readonly elementId: string;
  readonly variables: Variables;
  readonly processInstanceKey: number;
}

export type JobState = 'ACTIVATABLE' | 'ACTIVATED' | 'FAILED' | 'ERROR_THROWN';

export interface JobRow {
  readonly state: JobState;
  readonly value: JobValue;
}

export type MessageRow = MessageValue;

export interface MessageSubscriptionRow {
  readonly key: number;
  readonly correlating: boolean;
  readonly value: MessageSubscriptionValue;
}

export interface ProcessMessageSubscriptionRow {
  readonly key: number;
  readonly state: 'CREATING' | 'CREATED' | 'CLOSING';
  readonly value: ProcessMessageSubscriptionValue;
}

export interface MessageStartSubscriptionRow {
  readonly key: number;
  readonly value: MessageStartEventSubscriptionValue;
}

export interface SignalSubscriptionRow {
  readonly key: number;
  readonly value: SignalSubscriptionValue;
}

/** A process instance that a message with a correlation key started: it keeps others of that key waiting. */
export interface CorrelatedInstanceRow {
  readonly bpmnProcessId: string;
  readonly correlationKey: string;
}
