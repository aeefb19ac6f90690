import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createManualClock } from '../../../src/engine/processing/clocks.js';
import type { FaultPoints } from '../../../src/engine/processing/fault-points.js';
import { openDoor, type OpenedDoor } from '../../../src/engine/open-door.js';
import type { EngineRecord, RejectionType } from '../../../src/engine/protocol/record.js';
import type {
  DeploymentValue,
  JobValue,
  ProcessInstanceCreationValue,
  ValueType,
  Values,
  Variables,
} from '../../../src/engine/protocol/value-types.js';
import { compactLog } from './compact-log.js';

const START = Date.UTC(2030, 0, 1);
const TENANT = '<default>';

export interface Job {
  readonly key: number;
  readonly value: JobValue;
}

/** An engine with a clock moved by hand, and short words for what clients do. */
export class EngineHarness {
  readonly clock = createManualClock(START);
  readonly bugs: unknown[] = [];
  readonly dataDir: string | undefined;
  private opened: OpenedDoor | undefined;
  private readonly faultPoints: FaultPoints;

  private constructor(dataDir: string | undefined, faultPoints: FaultPoints) {
    this.dataDir = dataDir;
    this.faultPoints = faultPoints;
  }

  static async inMemory(): Promise<EngineHarness> {
    return new EngineHarness(undefined, {}).open();
  }

  static async onDisk(faultPoints: FaultPoints = {}): Promise<EngineHarness> {
    return new EngineHarness(mkdtempSync(join(tmpdir(), 'tongban-engine-')), faultPoints).open();
  }

  get door(): OpenedDoor {
    if (this.opened === undefined) throw new Error('Expected the engine to be open');
    return this.opened;
  }

  private async open(): Promise<this> {
    this.opened = await openDoor({
      dataDir: this.dataDir,
      clock: this.clock,
      recordTail: Infinity,
      faultPoints: this.faultPoints,
      onError: (_message, error) => this.bugs.push(error),
    });
    return this;
  }

  async restart(): Promise<void> {
    await this.door.close();
    await this.open();
  }

  async close(): Promise<void> {
    await this.door.close();
    if (this.dataDir !== undefined) rmSync(this.dataDir, { recursive: true, force: true });
    if (this.bugs.length > 0) throw this.bugs[0];
  }

  /** Runs a command; throws where it is rejected. */
  async execute<V extends ValueType>(
    valueType: V,
    intent: EngineRecord<V>['intent'],
    key: number,
    value: Values[V],
  ): Promise<EngineRecord> {
    const record = await this.door.execute({ valueType, intent, key, value });
    if (record.recordType === 'COMMAND_REJECTION') throw new Rejected(record);
    return record;
  }

  async deploy(...files: string[]): Promise<DeploymentValue> {
    return this.deployResources(...files.map((file) => ({ name: basename(file), text: readFileSync(file, 'utf8') })));
  }

  async deployResources(...resources: { name: string; text: string }[]): Promise<DeploymentValue> {
    const created = await this.execute('DEPLOYMENT', 'CREATE', -1, {
      resources: resources.map(({ name, text }) => ({
        resourceName: name,
        resource: Buffer.from(text).toString('base64'),
      })),
      processesMetadata: [],
      decisionsMetadata: [],
      decisionRequirementsMetadata: [],
      formMetadata: [],
      tenantId: TENANT,
    });
    return created.value as DeploymentValue;
  }

  /** Starts an instance; returns its key. */
  async create(bpmnProcessId: string, variables: Variables = {}, version = -1): Promise<number> {
    const value = creation(bpmnProcessId, variables, version);
    const created = await this.execute('PROCESS_INSTANCE_CREATION', 'CREATE', -1, value);
    return (created.value as ProcessInstanceCreationValue).processInstanceKey;
  }

  /** Starts an instance and waits for its end; returns the variables. */
  async createAndAwait(bpmnProcessId: string, variables: Variables = {}, fetchVariables: string[] = []) {
    const value = { ...creation(bpmnProcessId, variables, -1), fetchVariables };
    const intent = 'CREATE_WITH_AWAITING_RESULT';
    const result = await this.door.executeAwaitingResult({
      valueType: 'PROCESS_INSTANCE_CREATION',
      intent,
      key: -1,
      value,
    });
    if (!result.ok) throw new Rejected(result.rejection);
    return result.value.variables;
  }

  async publish(
    name: string,
    correlationKey: string,
    options: { variables?: Variables; timeToLive?: number; messageId?: string } = {},
  ): Promise<number> {
    const published = await this.execute('MESSAGE', 'PUBLISH', -1, {
      name,
      correlationKey,
      messageId: options.messageId ?? '',
      timeToLive: options.timeToLive ?? 0,
      deadline: -1,
      variables: options.variables ?? {},
      tenantId: TENANT,
    });
    return published.key;
  }

  async activate(
    type: string,
    options: { max?: number; timeout?: number; fetchVariables?: string[] } = {},
  ): Promise<Job[]> {
    const result = await this.door.activateJobs({
      type,
      worker: 'test',
      timeout: options.timeout ?? 60_000,
      maxJobsToActivate: options.max ?? 100,
      fetchVariables: options.fetchVariables ?? [],
    });
    if (!result.ok) throw new Rejected(result.rejection);
    return result.jobs;
  }

  /** The one job of the type. */
  async activateOne(type: string): Promise<Job> {
    const [job, ...others] = await this.activate(type);
    if (job === undefined || others.length > 0) {
      throw new Error(
        `Expected one job of type ${type}, found ${job === undefined ? 0 : others.length + 1}\n${this.log()}`,
      );
    }
    return job;
  }

  complete(job: Job, variables: Variables = {}): Promise<EngineRecord> {
    return this.execute('JOB', 'COMPLETE', job.key, { ...job.value, variables });
  }

  /** Activates the one job of the type and completes it. */
  async completeOne(type: string, variables: Variables = {}): Promise<void> {
    await this.complete(await this.activateOne(type), variables);
  }

  fail(job: Job, change: Partial<JobValue>): Promise<EngineRecord> {
    return this.execute('JOB', 'FAIL', job.key, { ...job.value, variables: {}, ...change });
  }

  throwError(job: Job, errorCode: string, variables: Variables = {}, errorMessage = ''): Promise<EngineRecord> {
    return this.execute('JOB', 'THROW_ERROR', job.key, { ...job.value, errorCode, errorMessage, variables });
  }

  updateRetries(jobKey: number, retries: number): Promise<EngineRecord> {
    return this.execute('JOB', 'UPDATE_RETRIES', jobKey, { retries } as JobValue);
  }

  updateTimeout(jobKey: number, timeout: number): Promise<EngineRecord> {
    return this.execute('JOB', 'UPDATE_TIMEOUT', jobKey, { timeout } as JobValue);
  }

  async cancel(processInstanceKey: number): Promise<EngineRecord> {
    const value = {} as Values['PROCESS_INSTANCE'];
    return this.execute('PROCESS_INSTANCE', 'CANCEL', processInstanceKey, value);
  }

  setVariables(scopeKey: number, variables: Variables, updateSemantics: 'PROPAGATE' | 'LOCAL' = 'PROPAGATE') {
    const value = { scopeKey, updateSemantics, variables, tenantId: TENANT };
    return this.execute('VARIABLE_DOCUMENT', 'UPDATE', -1, value);
  }

  resolve(incidentKey: number): Promise<EngineRecord> {
    return this.execute('INCIDENT', 'RESOLVE', incidentKey, {} as Values['INCIDENT']);
  }

  /** Moves the clock and waits until what became due is processed. */
  async advance(milliseconds: number): Promise<void> {
    this.clock.advance(milliseconds);
    await this.settle();
  }

  /** Two commands' time: whatever was queued before is on disk. */
  async settle(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      await this.door.execute({ valueType: 'INCIDENT', intent: 'RESOLVE', key: 1, value: {} as Values['INCIDENT'] });
    }
  }

  records(): EngineRecord[] {
    return this.door.readRecords(0, Infinity);
  }

  recordsOf<V extends ValueType>(valueType: V, intent?: EngineRecord<V>['intent']): EngineRecord<V>[] {
    return this.records().filter(
      (record): record is EngineRecord<V> =>
        record.valueType === valueType &&
        (intent === undefined || record.intent === intent) &&
        record.recordType === 'EVENT',
    );
  }

  /** What became of elements: `elementId COMPLETED` and so on, in order, for one intent. */
  elements(intent: EngineRecord<'PROCESS_INSTANCE'>['intent']): string[] {
    return this.recordsOf('PROCESS_INSTANCE', intent).map((record) => record.value.elementId);
  }

  /** Incidents that are open. */
  incidents(): EngineRecord<'INCIDENT'>[] {
    const resolved = new Set(this.recordsOf('INCIDENT', 'RESOLVED').map((record) => record.key));
    return this.recordsOf('INCIDENT', 'CREATED').filter((record) => !resolved.has(record.key));
  }

  /** Last value of each variable by scope key and name. */
  variables(scopeKey: number): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    for (const { value } of this.recordsOf('VARIABLE')) {
      if (value.scopeKey === scopeKey) found[value.name] = JSON.parse(value.value);
    }
    return found;
  }

  log(): string {
    return compactLog(this.records());
  }
}

/** A command was refused. */
export class Rejected extends Error {
  override name = 'Rejected';
  readonly type: RejectionType;
  readonly reason: string;

  constructor(record: EngineRecord) {
    super(`${record.rejectionType}: ${record.rejectionReason}`);
    this.type = record.rejectionType;
    this.reason = record.rejectionReason;
  }
}

function creation(bpmnProcessId: string, variables: Variables, version: number): ProcessInstanceCreationValue {
  return {
    bpmnProcessId,
    version,
    processDefinitionKey: -1,
    processInstanceKey: -1,
    variables,
    fetchVariables: [],
    startInstructions: [],
    tenantId: TENANT,
  };
}
