/**
 * The engine port: everything above the engine talks through this and nothing else. It is implemented once, over
 * zeebe-node's gRPC, for both engines; `ZEEBE_ADDRESS` decides which one answers.
 *
 * Keys are strings: a cluster's keys may exceed 2^53.
 */
export interface EnginePort {
  deploy(resources: readonly DeployableResource[]): Promise<DeployedProcess[]>;
  /** Idempotent while the message lives: a repeated id answers `already-published`. */
  publishMessage(message: MessageToPublish): Promise<'published' | 'already-published'>;
  createProcessInstance(
    bpmnProcessId: string,
    variables: JsonObject,
    version?: number,
  ): Promise<{ processInstanceKey: string }>;
  completeJob(jobKey: string, variables: JsonObject): Promise<void>;
  failJob(jobKey: string, failure: JobFailure): Promise<void>;
  throwError(jobKey: string, error: JobError): Promise<void>;
  updateJobRetries(jobKey: string, retries: number): Promise<void>;
  /**
   * Gives the activated job's worker the time from now on.
   * @throws EngineRejection `UNIMPLEMENTED` by clusters before 8.5, `FAILED_PRECONDITION` when the job is not activated
   */
  updateJobTimeout(jobKey: string, timeoutMs: number): Promise<void>;
  resolveIncident(incidentKey: string): Promise<void>;
  cancelProcessInstance(processInstanceKey: string): Promise<void>;
  setVariables(elementInstanceKey: string, variables: JsonObject, local: boolean): Promise<void>;
  openWorker(options: EngineWorkerOptions): EngineWorker;
  /** Rejects with EngineUnavailable when nothing answers within the time. */
  topology(timeoutMs?: number): Promise<EngineTopology>;
  close(): Promise<void>;
}

export type JsonObject = Record<string, unknown>;

export interface DeployableResource {
  /** File name with `.bpmn`, `.dmn` or `.form`. */
  name: string;
  content: Buffer;
}

export interface DeployedProcess {
  bpmnProcessId: string;
  version: number;
  processDefinitionKey: string;
  resourceName: string;
}

export interface MessageToPublish {
  name: string;
  correlationKey: string;
  messageId: string;
  timeToLiveMs: number;
  variables: JsonObject;
}

export interface JobFailure {
  retries: number;
  errorMessage: string;
  retryBackoffMs?: number;
}

export interface JobError {
  errorCode: string;
  errorMessage: string;
  variables?: JsonObject;
}

export interface EngineJob {
  key: string;
  type: string;
  processInstanceKey: string;
  bpmnProcessId: string;
  processDefinitionVersion: number;
  processDefinitionKey: string;
  elementId: string;
  elementInstanceKey: string;
  customHeaders: Record<string, string>;
  retries: number;
  /** Milliseconds since 1970. */
  deadline: number;
  variables: JsonObject;
}

export interface EngineWorkerOptions {
  type: string;
  name: string;
  /** How long the engine keeps a job for this worker, milliseconds. */
  timeoutMs: number;
  maxActiveJobs: number;
  fetchVariables?: string[];
  /** Must settle the job through the port itself; a throw is logged and leaves the job to its time-out. */
  handle(job: EngineJob): Promise<void>;
}

export interface EngineWorker {
  /** Stops asking for jobs and waits for the handlers under way. */
  close(): Promise<void>;
}

export interface EngineTopology {
  gatewayVersion: string;
  clusterSize: number;
  partitionsCount: number;
  brokers: number;
  /** Below `partitionsCount` while the cluster starts: commands are refused until every partition is led. */
  partitionsWithLeader: number;
}

/** Nothing answers at the address (gRPC UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED): try again later. */
export class EngineUnavailable extends Error {
  override name = 'EngineUnavailable';
}

/** The engine refused; trying the same again will not help. `code` is the gRPC status name. */
export class EngineRejection extends Error {
  override name = 'EngineRejection';
  readonly code:
    'NOT_FOUND' | 'ALREADY_EXISTS' | 'INVALID_ARGUMENT' | 'FAILED_PRECONDITION' | 'INTERNAL' | 'UNIMPLEMENTED';
  constructor(code: EngineRejection['code'], message: string) {
    super(message);
    this.code = code;
  }
}
