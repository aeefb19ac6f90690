import type { CompensationSubscriptionValue, IncidentValue, TimerValue } from '../protocol/value-types.js';
import type { ProcessGraphs } from './process-graphs.js';
import type * as rows from './rows.js';
import { DueIndex } from './store/due-index.js';
import { GroupedTable } from './store/grouped-table.js';
import type { StateStore } from './store/state-store.js';
import { Table } from './store/table.js';

/**
 * Everything the engine knows, by table. Processors read it; only appliers (state/appliers) change it.
 * A value of `1` stands for membership.
 */
export class EngineState {
  readonly store: StateStore;
  readonly graphs: ProcessGraphs;

  readonly processes: Table<number, rows.ProcessRow>;
  /** bpmnProcessId, version → process definition key. */
  readonly processVersions: GroupedTable<string, number, number>;
  readonly forms: Table<number, rows.FormRow>;
  /** formId, version → form key. */
  readonly formVersions: GroupedTable<string, number, number>;

  readonly decisions: Table<number, rows.DecisionRow>;
  /** Decision id, version → key. */
  readonly decisionVersions: GroupedTable<string, number, number>;
  readonly decisionRequirements: Table<number, rows.DecisionRequirementsRow>;
  /** Decision requirements id, version → key. */
  readonly decisionRequirementsVersions: GroupedTable<string, number, number>;
  /** Decision requirements key → keys of the decisions deployed with it. */
  readonly decisionsByRequirements: GroupedTable<number, number, 1>;

  readonly elementInstances: Table<number, rows.ElementInstance>;
  /** Scope → its element instances. */
  readonly children: GroupedTable<number, number, 1>;
  /** Scope, `gateway id` NUL `flow id` → how often the flow was taken and not yet joined. */
  readonly takenFlows: GroupedTable<number, string, number>;
  readonly variables: GroupedTable<number, string, rows.VariableRow>;
  /** Element instance (or process definition, for start events) → events that were triggered on it, by event key. */
  readonly eventTriggers: GroupedTable<number, number, rows.EventTriggerRow>;

  readonly jobs: Table<number, rows.JobRow>;
  readonly activatableJobs: GroupedTable<string, number, 1>;
  readonly jobDeadlines: DueIndex;
  readonly jobBackoffs: DueIndex;

  readonly timers: Table<number, TimerValue>;
  /** Element instance (process definition for start events) → its timers. */
  readonly timersByElement: GroupedTable<number, number, 1>;
  readonly timersDue: DueIndex;

  readonly incidents: Table<number, IncidentValue>;
  /** Element instance → the incident on it. */
  readonly incidentByElement: Table<number, number>;
  readonly incidentByJob: Table<number, number>;

  readonly messages: Table<number, rows.MessageRow>;
  /** `correlationId` → buffered messages, oldest first. */
  readonly messagesByCorrelation: GroupedTable<string, number, 1>;
  /** `correlationId`, message id → message key. */
  readonly messageIds: GroupedTable<string, string, number>;
  readonly messagesDue: DueIndex;
  /** Message → process ids that it was correlated to: once each. */
  readonly correlatedProcesses: GroupedTable<number, string, 1>;

  /** `correlationId`, subscription key. */
  readonly messageSubscriptions: GroupedTable<string, number, rows.MessageSubscriptionRow>;
  /** Element instance, message name → subscription. */
  readonly processMessageSubscriptions: GroupedTable<number, string, rows.ProcessMessageSubscriptionRow>;
  /** Message name, subscription key. */
  readonly startSubscriptions: GroupedTable<string, number, rows.MessageStartSubscriptionRow>;
  /** Process definition, subscription key → message name. */
  readonly startSubscriptionsByProcess: GroupedTable<number, number, string>;
  /** Signal name, element instance (process definition for start events) → subscription. */
  readonly signalSubscriptions: GroupedTable<string, number, rows.SignalSubscriptionRow>;
  /** Element instance (process definition for start events), subscription key → signal name. */
  readonly signalSubscriptionsByOwner: GroupedTable<number, number, string>;
  /** Process instance, subscription key → what could be compensated, or is being. */
  readonly compensationSubscriptions: GroupedTable<number, number, CompensationSubscriptionValue>;
  readonly correlatedInstances: Table<number, rows.CorrelatedInstanceRow>;
  /** Process id and correlation key → the one instance running for it. */
  readonly activeCorrelations: Table<string, number>;

  constructor(store: StateStore, graphs: ProcessGraphs) {
    this.store = store;
    this.graphs = graphs;
    this.processes = new Table(store, 'processes');
    this.processVersions = new GroupedTable(store, 'process-versions');
    this.forms = new Table(store, 'forms');
    this.formVersions = new GroupedTable(store, 'form-versions');
    this.decisions = new Table(store, 'decisions');
    this.decisionVersions = new GroupedTable(store, 'decision-versions');
    this.decisionRequirements = new Table(store, 'decision-requirements');
    this.decisionRequirementsVersions = new GroupedTable(store, 'decision-requirements-versions');
    this.decisionsByRequirements = new GroupedTable(store, 'decisions-by-requirements');
    this.elementInstances = new Table(store, 'element-instances');
    this.children = new GroupedTable(store, 'children');
    this.takenFlows = new GroupedTable(store, 'taken-flows');
    this.variables = new GroupedTable(store, 'variables');
    this.eventTriggers = new GroupedTable(store, 'event-triggers');
    this.jobs = new Table(store, 'jobs');
    this.activatableJobs = new GroupedTable(store, 'activatable-jobs');
    this.jobDeadlines = new DueIndex(store, 'job-deadlines');
    this.jobBackoffs = new DueIndex(store, 'job-backoffs');
    this.timers = new Table(store, 'timers');
    this.timersByElement = new GroupedTable(store, 'timers-by-element');
    this.timersDue = new DueIndex(store, 'timers-due');
    this.incidents = new Table(store, 'incidents');
    this.incidentByElement = new Table(store, 'incident-by-element');
    this.incidentByJob = new Table(store, 'incident-by-job');
    this.messages = new Table(store, 'messages');
    this.messagesByCorrelation = new GroupedTable(store, 'messages-by-correlation');
    this.messageIds = new GroupedTable(store, 'message-ids');
    this.messagesDue = new DueIndex(store, 'messages-due');
    this.correlatedProcesses = new GroupedTable(store, 'correlated-processes');
    this.messageSubscriptions = new GroupedTable(store, 'message-subscriptions');
    this.processMessageSubscriptions = new GroupedTable(store, 'process-message-subscriptions');
    this.startSubscriptions = new GroupedTable(store, 'start-subscriptions');
    this.startSubscriptionsByProcess = new GroupedTable(store, 'start-subscriptions-by-process');
    this.signalSubscriptions = new GroupedTable(store, 'signal-subscriptions');
    this.signalSubscriptionsByOwner = new GroupedTable(store, 'signal-subscriptions-by-owner');
    this.compensationSubscriptions = new GroupedTable(store, 'compensation-subscriptions');
    this.correlatedInstances = new Table(store, 'correlated-instances');
    this.activeCorrelations = new Table(store, 'active-correlations');
  }
}
