import type { InternalValues } from '../protocol/internal-values.js';
import { FIRST_KEY, type Command, type RecordType, type RejectionType } from '../protocol/record.js';
import type {
  Intents,
  JobBatchValue,
  JobValue,
  ProcessInstanceResultValue,
  ValueType,
} from '../protocol/value-types.js';
import { applyEvent } from '../state/appliers/index.js';
import { EngineDataDamaged } from '../state/store/engine-data-damaged.js';
import type { EngineState } from '../state/engine-state.js';
import type { InternalRecord } from '../state/record-codec.js';
import { Batch, type QueuedCommand, type Requester } from './batch.js';
import type { PreparedDeployment } from './deployment/prepare-deployment.js';
import type { Models } from './models.js';
import type { ProcessingContext } from './processing-context.js';
import { findProcessor } from './processors/registry.js';

interface Awaited {
  readonly requester: Requester | undefined;
  readonly fetchVariables: readonly string[];
}

interface FollowUp {
  readonly record: InternalRecord;
}

/** Where the log stands: counters that live as long as the data. */
export interface Counters {
  position: number;
  key: number;
}

export const FIRST_COUNTERS: Counters = { position: 0, key: FIRST_KEY - 1 };

/** Commands that follow from one command and are processed with it before others have their turn. */
const FOLLOW_UPS_AT_ONCE = 100;

/**
 * Runs processors: gives each its command, writes what they append into the current batch, and applies events as they come.
 * A processor that throws is a bug: what it appended is taken back and its command rejected.
 */
export class CommandExecutor implements ProcessingContext {
  readonly state: EngineState;
  readonly models: Models;
  readonly counters: Counters;
  now = 0;
  deployment: PreparedDeployment | undefined;
  batch = new Batch();

  private readonly reportBug: (error: unknown, command: InternalRecord) => void;
  private followUps: FollowUp[] = [];
  private nextFollowUp = 0;
  private current: InternalRecord | undefined;
  /** Position of the command that the records in hand follow from, however far. */
  private source = -1;
  private requester: Requester | undefined;
  private readonly awaited = new Map<number, Awaited>();

  constructor(
    state: EngineState,
    models: Models,
    counters: Counters,
    reportBug: (error: unknown, command: InternalRecord) => void,
  ) {
    this.state = state;
    this.models = models;
    this.counters = counters;
    this.reportBug = reportBug;
  }

  get hasFollowUps(): boolean {
    return this.nextFollowUp < this.followUps.length;
  }

  /** Commands that are written to the log but not processed yet. */
  pendingFollowUps(): InternalRecord[] {
    return this.followUps.slice(this.nextFollowUp).map(({ record }) => record);
  }

  /** Takes up commands that an earlier run left unprocessed. */
  restoreFollowUps(records: readonly InternalRecord[]): void {
    for (const record of records) this.followUps.push({ record });
  }

  /** Processes a command from outside and what follows from it. */
  run({ command, requester, deployment }: QueuedCommand, now: number): void {
    const record = this.append('COMMAND', command.key, command.valueType, command.intent, command.value, now);
    this.requester = requester;
    this.deployment = deployment;
    this.source = record.position;
    this.process(record, now);
    this.requester = undefined;
    this.deployment = undefined;
    this.runFollowUps(now, record.position);
  }

  /** Processes follow-up commands, up to a number, so that an endless model does not keep all others waiting. */
  runFollowUps(now: number, source?: number): void {
    for (let count = 0; count < FOLLOW_UPS_AT_ONCE && this.hasFollowUps; count += 1) {
      const next = this.followUps[this.nextFollowUp];
      this.nextFollowUp += 1;
      if (next === undefined) continue;
      this.source = source ?? next.record.position;
      this.process(next.record, now);
    }
    if (!this.hasFollowUps) {
      this.followUps = [];
      this.nextFollowUp = 0;
    }
  }

  /** Tells whoever waits for the command in hand that it was never finished. */
  rejectCurrent(error: Error): void {
    this.requester?.reject(error);
  }

  private process(command: InternalRecord, now: number): void {
    const marks = {
      records: this.batch.records.length,
      answers: this.batch.answers.length,
      followUps: this.followUps.length,
      position: this.counters.position,
    };
    this.now = now;
    this.current = command;
    this.state.store.beginCommand();
    try {
      const processor = findProcessor(command.valueType, command.intent);
      if (processor === undefined) throw new Error(`Expected a processor for ${command.valueType} ${command.intent}`);
      processor(this, command);
    } catch (error) {
      if (error instanceof EngineDataDamaged) throw error;
      this.state.store.rollback();
      this.batch.records.length = marks.records;
      this.batch.answers.length = marks.answers;
      this.followUps.length = marks.followUps;
      this.counters.position = marks.position;
      this.reportBug(error, command);
      const text = error instanceof Error ? error.message : String(error);
      this.reject('PROCESSING_ERROR', `Expected to process command without error, but: ${text}`);
    }
    this.current = undefined;
    this.source = -1;
  }

  nextKey(): number {
    this.counters.key += 1;
    return this.counters.key;
  }

  event<V extends ValueType>(
    key: number,
    valueType: V,
    intent: Intents[V],
    value: InternalValues[V],
  ): InternalRecord<V> {
    const record = this.append('EVENT', key, valueType, intent, value, this.now);
    applyEvent(this.state, record);
    this.noteJobs(record);
    if (intent === 'ELEMENT_TERMINATED' && this.awaited.size > 0) this.rejectAwaitedInstance(key);
    return record;
  }

  command<V extends ValueType>(key: number, valueType: V, intent: Intents[V], value: InternalValues[V]): void {
    const record = this.append('COMMAND', key, valueType, intent, value, this.now);
    this.followUps.push({ record: record });
  }

  answer(record: InternalRecord): void {
    if (this.requester !== undefined) this.batch.answers.push({ requester: this.requester, record });
  }

  answerWith<V extends ValueType>(key: number, valueType: V, intent: Intents[V], value: InternalValues[V]): void {
    const { position } = this.getCurrent();
    this.answer(this.build('EVENT', -1, position, key, valueType, intent, value, this.now));
  }

  reject(type: RejectionType, reason: string): void {
    const { key, valueType, intent, value } = this.getCurrent();
    const record = this.append('COMMAND_REJECTION', key, valueType, intent, value, this.now, type, reason);
    this.answer(record);
  }

  awaitResult(processInstanceKey: number, fetchVariables: readonly string[]): void {
    this.awaited.set(processInstanceKey, { requester: this.requester, fetchVariables });
  }

  findAwaited(processInstanceKey: number): readonly string[] | undefined {
    return this.awaited.get(processInstanceKey)?.fetchVariables;
  }

  sendResult(value: ProcessInstanceResultValue): void {
    // Zeebe's log does not hold it either: it is only an answer.
    const key = this.nextKey();
    const record = this.build('EVENT', -1, this.source, key, 'PROCESS_INSTANCE_RESULT', 'COMPLETED', value, this.now);
    const requester = this.awaited.get(value.processInstanceKey)?.requester;
    this.awaited.delete(value.processInstanceKey);
    if (requester !== undefined) this.batch.answers.push({ requester, record: record });
  }

  /** The instance will never complete: whoever waits for its result is told. */
  private rejectAwaitedInstance(processInstanceKey: number): void {
    const requester = this.awaited.get(processInstanceKey)?.requester;
    this.awaited.delete(processInstanceKey);
    if (requester === undefined) return;
    const { valueType, intent, value } = this.getCurrent();
    const reason = `Expected to get the result of process instance with key '${processInstanceKey}', but it was terminated`;
    const record = this.build(
      'COMMAND_REJECTION',
      -1,
      this.source,
      -1,
      valueType,
      intent,
      value,
      this.now,
      'NOT_FOUND',
      reason,
    );
    this.batch.answers.push({ requester, record });
  }

  /** Ends the batch and begins the next. */
  takeBatch(): Batch {
    const { batch } = this;
    this.batch = new Batch();
    return batch;
  }

  /** The engine stops: whoever waits for the end of an instance is told. */
  rejectAwaited(error: Error): void {
    for (const { requester } of this.awaited.values()) requester?.reject(error);
    this.awaited.clear();
  }

  private getCurrent(): InternalRecord {
    if (this.current === undefined) throw new Error('Expected a command to be in hand');
    return this.current;
  }

  private append<V extends ValueType>(
    recordType: RecordType,
    key: number,
    valueType: V,
    intent: Intents[V],
    value: InternalValues[V],
    timestamp: number,
    rejectionType: RejectionType = 'NULL_VAL',
    rejectionReason = '',
  ): InternalRecord<V> {
    this.counters.position += 1;
    const record = this.build(
      recordType,
      this.counters.position,
      this.source,
      key,
      valueType,
      intent,
      value,
      timestamp,
      rejectionType,
      rejectionReason,
    );
    this.batch.records.push(record);
    return record;
  }

  private build<V extends ValueType>(
    recordType: RecordType,
    position: number,
    sourceRecordPosition: number,
    key: number,
    valueType: V,
    intent: Intents[V],
    value: InternalValues[V],
    timestamp: number,
    rejectionType: RejectionType = 'NULL_VAL',
    rejectionReason = '',
  ): InternalRecord<V> {
    return {
      position,
      sourceRecordPosition,
      key,
      timestamp,
      recordType,
      valueType,
      intent,
      rejectionType,
      rejectionReason,
      value,
    };
  }

  /** Remembers which types of jobs may be activated now: those who wait for them are woken after the commit. */
  private noteJobs({ valueType, intent, value }: InternalRecord): void {
    if (valueType === 'JOB') {
      if (intent === 'COMPLETED' || intent === 'CANCELED' || intent === 'ERROR_THROWN') return;
      this.batch.jobTypes.add((value as JobValue).type);
    } else if (valueType === 'INCIDENT' && intent === 'RESOLVED') {
      const job = this.state.jobs.find((value as InternalValues['INCIDENT']).jobKey);
      if (job !== undefined) this.batch.jobTypes.add(job.value.type);
    } else if (valueType === 'JOB_BATCH' && (value as JobBatchValue).truncated) {
      this.batch.jobTypes.add((value as JobBatchValue).type);
    }
  }
}

/** A command as it is handed to `EngineDoor.execute`, without an answer asked for. */
export function unasked(command: Command): QueuedCommand {
  return { command, requester: undefined, deployment: undefined };
}
