/**
 * The executable graph: what the transformer makes of BPMN XML once, at deployment, and processors read ever after.
 * It is immutable. Elements refer to each other by id; `ExecutableProcess.elements` resolves them.
 */
import type { BpmnElementType, BpmnEventType } from '../protocol/bpmn-element-type.js';
import type { Expression } from '../feel/expression.js';

export interface ExecutableProcess {
  readonly bpmnProcessId: string;
  readonly name: string | undefined;
  readonly versionTag: string | undefined;
  /** All elements and sequence flows of the process by id; the process itself under its own id. */
  readonly elements: ReadonlyMap<string, ExecutableElement>;
  readonly root: ScopeElement;
  /** Some element instance of it may wait for a signal: the others need not look for subscriptions at their end. */
  readonly waitsForSignals: boolean;
  /** Some activity of it can be compensated: the others need not look for that at their end. */
  readonly hasCompensation: boolean;
  readonly hasEventSubProcesses: boolean;
}

interface ElementBase {
  readonly id: string;
  readonly name: string | undefined;
  readonly elementType: BpmnElementType;
  readonly eventType: BpmnEventType;
  /** Id of the scope that the element is drawn in (process or sub-process); undefined for the process. */
  readonly flowScopeId: string | undefined;
  /** Ids of sequence flows. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly inputMappings: readonly Mapping[];
  readonly outputMappings: readonly Mapping[];
  /** Set on the activity inside a multi-instance body, which has its id: it is started once for each item. */
  readonly loop?: LoopCharacteristics;
}

export interface Mapping {
  readonly source: Expression;
  /** Path such as `a` or `a.b`. */
  readonly target: readonly string[];
}

/** A process, an embedded sub-process or an event sub-process. */
export interface ScopeElement extends ElementBase, HasBoundaryEvents {
  readonly kind: 'scope';
  readonly startEventIds: readonly string[];
  /** Start events of the event sub-processes in the scope: they wait as long as it is active. */
  readonly eventSubProcessStartIds: readonly string[];
  readonly childIds: readonly string[];
  /** The none start event that a plain creation starts at. */
  readonly noneStartEventId: string | undefined;
}

export interface HasBoundaryEvents {
  readonly boundaryEventIds: readonly string[];
}

/**
 * A task that becomes a job: service and send task, job-based user, script and business rule task; and message throw and
 * end events.
 */
export interface JobWorkerElement extends ElementBase, HasBoundaryEvents {
  readonly kind: 'job-worker';
  readonly jobType: Expression;
  readonly jobRetries: Expression;
  readonly taskHeaders: Readonly<Record<string, string>>;
  /** User tasks only: what goes into headers under Zeebe's reserved `io.camunda.zeebe:` names at creation. */
  readonly userTask: UserTaskProperties | undefined;
}

export interface UserTaskProperties {
  readonly assignee: Expression | undefined;
  readonly candidateGroups: Expression | undefined;
  readonly candidateUsers: Expression | undefined;
  readonly dueDate: Expression | undefined;
  readonly followUpDate: Expression | undefined;
  /** `zeebe:formDefinition formKey`. */
  readonly formKey: string | undefined;
  /** `zeebe:formDefinition formId`: resolved to the deployed form's key at activation. */
  readonly formId: string | undefined;
}

/** Waits for a message: receive task. */
export interface ReceiveTaskElement extends ElementBase, HasBoundaryEvents {
  readonly kind: 'receive-task';
  readonly message: MessageDefinition;
}

/** Manual and undefined tasks: they pass. */
export interface PassThroughElement extends ElementBase, HasBoundaryEvents {
  readonly kind: 'pass-through';
}

/** A script task that the engine carries out itself. */
export interface ScriptTaskElement extends ElementBase, HasBoundaryEvents {
  readonly kind: 'script-task';
  readonly script: Expression;
  readonly resultVariable: string;
}

/** A business rule task that evaluates a decision. */
export interface CalledDecisionElement extends ElementBase, HasBoundaryEvents {
  readonly kind: 'called-decision';
  readonly decisionId: Expression;
  readonly resultVariable: string;
}

export interface CallActivityElement extends ElementBase, HasBoundaryEvents {
  readonly kind: 'call-activity';
  readonly processId: Expression;
  readonly propagateAllChildVariables: boolean;
  readonly propagateAllParentVariables: boolean;
}

/**
 * Stands in the graph in the place of an activity that is carried out for each item of a list, under the activity's id:
 * flows and boundary events are the body's. Records tell the two apart by their element type.
 */
export interface MultiInstanceElement extends ElementBase, HasBoundaryEvents {
  readonly kind: 'multi-instance';
  readonly inner: ActivityElement;
  readonly characteristics: LoopCharacteristics;
}

export interface LoopCharacteristics {
  readonly sequential: boolean;
  readonly inputCollection: Expression;
  /** Names of variables. */
  readonly inputElement: string | undefined;
  readonly outputCollection: string | undefined;
  readonly outputElement: Expression | undefined;
  /** The variable that `outputElement` reads, which is made local to each instance. */
  readonly outputVariable: string | undefined;
  readonly completionCondition: Expression | undefined;
}

export interface GatewayElement extends ElementBase {
  readonly kind: 'gateway';
  /** Exclusive (and inclusive) gateways. */
  readonly defaultFlowId: string | undefined;
}

export interface StartEventElement extends ElementBase {
  readonly kind: 'start-event';
  /** The event sub-process that begins with it; undefined for the start of a process or an embedded sub-process. */
  readonly eventSubProcessId: string | undefined;
  readonly trigger: EventTrigger;
  readonly interrupting: boolean;
}

export interface CatchEventElement extends ElementBase {
  readonly kind: 'catch-event';
  readonly trigger: EventTrigger;
}

export interface BoundaryEventElement extends ElementBase {
  readonly kind: 'boundary-event';
  readonly trigger: EventTrigger;
  readonly attachedToId: string;
  readonly interrupting: boolean;
}

/** An intermediate throw event that does something: without a definition it passes (`pass-through`), a message one is a job. */
export interface ThrowEventElement extends ElementBase {
  readonly kind: 'throw-event';
  readonly trigger: EventTrigger;
}

export interface EndEventElement extends ElementBase {
  readonly kind: 'end-event';
  readonly trigger: EventTrigger;
}

export interface SequenceFlowElement extends ElementBase {
  readonly kind: 'sequence-flow';
  readonly sourceId: string;
  readonly targetId: string;
  readonly condition: Expression | undefined;
}

export interface MessageDefinition {
  readonly name: Expression;
  /** Undefined for a message start event. */
  readonly correlationKey: Expression | undefined;
}

export interface SignalDefinition {
  readonly name: Expression;
}

export type EventTrigger =
  | { readonly type: 'none' }
  | { readonly type: 'message'; readonly message: MessageDefinition }
  | { readonly type: 'signal'; readonly signal: SignalDefinition }
  | { readonly type: 'timer'; readonly timerType: 'date' | 'duration' | 'cycle'; readonly expression: Expression }
  /** Undefined error code on a catching event catches every error. */
  | { readonly type: 'error'; readonly errorCode: Expression | undefined }
  /** Undefined escalation code on a catching event catches every escalation. */
  | { readonly type: 'escalation'; readonly escalationCode: Expression | undefined }
  /** Goes on at the catch event of the scope that has the same name. */
  | { readonly type: 'link'; readonly name: string }
  /** Of a throwing event the activity that it is about, all of the scope when undefined; of a boundary event what undoes it. */
  | { readonly type: 'compensation'; readonly activityId: string | undefined; readonly handlerId: string | undefined }
  | { readonly type: 'terminate' };

export type ActivityElement =
  | ScopeElement
  | JobWorkerElement
  | ReceiveTaskElement
  | PassThroughElement
  | ScriptTaskElement
  | CalledDecisionElement
  | CallActivityElement;

export type ExecutableElement =
  | ActivityElement
  | MultiInstanceElement
  | GatewayElement
  | StartEventElement
  | CatchEventElement
  | BoundaryEventElement
  | ThrowEventElement
  | EndEventElement
  | SequenceFlowElement;
