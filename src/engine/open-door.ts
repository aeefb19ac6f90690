import type { Command, EngineRecord } from './protocol/record.js';
import { DEFAULT_TENANT } from './protocol/record.js';
import type { JobBatchValue, ProcessInstanceResultValue } from './protocol/value-types.js';
import { DueSchedule } from './schedule/due-schedule.js';
import { EngineState } from './state/engine-state.js';
import type { DecisionRequirementsRow, ProcessRow } from './state/rows.js';
import { LmdbBacking } from './state/store/lmdb-backing.js';
import { MemoryBacking } from './state/store/memory-backing.js';
import { StateStore } from './state/store/state-store.js';
import { systemClock } from './processing/clocks.js';
import { CommandExecutor } from './processing/command-executor.js';
import { prepareDeployment } from './processing/deployment/prepare-deployment.js';
import type {
  ActivateJobsRequest,
  ActivateJobsResult,
  AwaitedResult,
  EngineClock,
  EngineDoor,
} from './processing/door.js';
import type { FaultPoints } from './processing/fault-points.js';
import { Listeners } from './processing/listeners.js';
import { Models } from './processing/models.js';
import { RecordLog } from './processing/record-log.js';
import { StoredMeta } from './processing/stored-meta.js';
import { StreamProcessor } from './processing/stream-processor.js';

export interface DoorOptions {
  readonly dataDir?: string | undefined;
  readonly clock?: EngineClock;
  readonly recordTail?: number;
  readonly faultPoints?: FaultPoints;
  readonly onError?: (message: string, error: unknown) => void;
}

/** The door with what tests look at. */
export interface OpenedDoor extends EngineDoor {
  readonly state: EngineState;
  readonly log: RecordLog;
  readonly models: Models;
}

const DEFAULT_TAIL = 10_000;

/** Opens the store, parses the processes in it, and starts processing. */
export async function openDoor(options: DoorOptions): Promise<OpenedDoor> {
  const clock = options.clock ?? systemClock;
  const report = options.onError ?? ((message, error) => console.error(message, error));
  const backing = options.dataDir === undefined ? new MemoryBacking() : new LmdbBacking(options.dataDir);
  const store = new StateStore(backing, options.dataDir !== undefined);
  const models = new Models();
  const state = new EngineState(store, models);
  const meta = new StoredMeta(store);
  const log = new RecordLog(backing);
  await models.load(Array.from(backing.all('processes'), ([, row]) => row as ProcessRow));
  const graphs = Array.from(backing.all('decision-requirements'), ([, row]) => row as DecisionRequirementsRow);
  await models.decisions.load(graphs);

  const executor = new CommandExecutor(state, models, meta.loadCounters(), (error, command) => {
    report(`Bug while processing ${command.valueType} ${command.intent} at ${command.position}`, error);
  });
  executor.restoreFollowUps(meta.loadPending(store));
  const jobListeners = new Listeners<string, void>();
  const commitListeners = new Listeners<'commit', number>();
  const processor: StreamProcessor = new StreamProcessor({
    state,
    executor,
    meta,
    log,
    clock,
    faultPoints: options.faultPoints ?? {},
    recordTail: options.recordTail ?? DEFAULT_TAIL,
    onCommitted(lastPosition) {
      schedule.update();
      commitListeners.call('commit', lastPosition);
    },
    onJobsActivatable(types) {
      for (const type of types) jobListeners.call(type, undefined);
    },
    onFailed(error) {
      schedule.stop();
      report('The engine stops', error);
    },
  });
  const schedule = new DueSchedule(state, clock, (command) => processor.enqueue(command));
  schedule.update();
  processor.resume();

  return {
    state,
    log,
    models,
    clock,
    async execute(command) {
      if (command.valueType !== 'DEPLOYMENT') return processor.execute(command);
      const { resources } = (command as Command<'DEPLOYMENT'>).value;
      return processor.execute(command, await prepareDeployment(resources));
    },
    async executeAwaitingResult(command): Promise<AwaitedResult> {
      const record = await processor.execute(command);
      if (record.recordType === 'COMMAND_REJECTION') return { ok: false, rejection: record };
      return { ok: true, value: record.value as ProcessInstanceResultValue };
    },
    activateJobs: (request) => activateJobs(processor, state, request),
    onJobsAvailable: (jobType, listener) => jobListeners.add(jobType, listener),
    onCommitted: (listener) => commitListeners.add('commit', listener),
    readRecords: (afterPosition, limit) => log.read(afterPosition, limit),
    acknowledgeExported: (exporterId, position) => processor.acknowledgeExported(exporterId, position),
    exportedPosition: (exporterId) => meta.exportedPosition(exporterId),
    async close() {
      schedule.stop();
      await processor.stop();
      await backing.close();
    },
  };
}

async function activateJobs(
  processor: StreamProcessor,
  state: EngineState,
  request: ActivateJobsRequest,
): Promise<ActivateJobsResult> {
  const valid = request.type.trim() !== '' && request.timeout > 0 && request.maxJobsToActivate > 0;
  // Nothing to hand out: the log need not hear of it.
  if (valid && state.activatableJobs.isEmpty(request.type)) return { ok: true, jobs: [], truncated: false };
  const value: JobBatchValue = { ...request, jobKeys: [], jobs: [], truncated: false, tenantIds: [DEFAULT_TENANT] };
  const record: EngineRecord = await processor.execute({ valueType: 'JOB_BATCH', intent: 'ACTIVATE', key: -1, value });
  if (record.recordType === 'COMMAND_REJECTION') return { ok: false, rejection: record };
  const { jobKeys, jobs, truncated } = record.value as JobBatchValue;
  const pairs = jobs.map((job, index) => ({ key: jobKeys[index] ?? -1, value: job }));
  return { ok: true, jobs: pairs, truncated };
}
