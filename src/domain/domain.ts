/** All services of the domain by name: what api and workers get. */
import type { EnginePort } from '../engine/client/port.js';
import type { Queues } from '../queues/queues.js';
import type { Clock } from '../shared/clock.js';
import type { Config } from '../shared/config.js';
import type { Logger } from '../shared/logger.js';
import type { BundleService } from './bundles/bundle-types.js';
import type { WorkingCalendar } from './calendar/calendar-types.js';
import type { CaseService } from './cases/case-service-types.js';
import type { DraftService, KnownJobType } from './drafts/draft-types.js';
import type { HistoryService } from './history/history-types.js';
import type { ItemService } from './items/item-types.js';
import type { LiveEvents } from './live/live-types.js';
import type { MaterialService } from './materials/material-types.js';
import type { Outbox } from './outbox/outbox-types.js';
import type { TaskService } from './tasks/task-types.js';
import type { UserService } from './users/user-types.js';

/**
 * Hands what a person entered in secret fields (a PIN) to the system it is for; nothing of it is stored or queued.
 * @throws AppError invalid when the system refuses, unavailable when it does not answer
 */
export type SecretSink = (delivery: SecretDelivery) => Promise<void>;

export interface SecretDelivery {
  /** From the manifest's `secretSink`, e.g. `renshe` and `set-pin`. */
  readonly system: string;
  readonly name: string;
  readonly caseNumber: string;
  /** `<processInstanceKey>-<elementInstanceKey>` */
  readonly idempotencyKey: string;
  /** Variables of the process that the task's job saw. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}

export interface DomainDeps {
  readonly engine: EnginePort;
  readonly queues: Queues;
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Left out: tasks with secret fields cannot be completed in this process. */
  readonly secretSink?: SecretSink | undefined;
  /** Folder of processes/ (bundles and reference data); the one beside the code when left out. */
  readonly processesDir?: string | undefined;
  /** What this process's workers serve; publishing refuses other job types. Left out: what workers elsewhere have told. */
  readonly knownJobTypes?: readonly KnownJobType[] | undefined;
}

/** What `createHistoryService` gets. */
export interface HistoryDeps extends DomainDeps {
  readonly cases: CaseService;
  readonly tasks: TaskService;
  readonly bundles: BundleService;
  readonly live: LiveEvents;
}

/** What `createDraftService` gets. */
export interface DraftDeps extends DomainDeps {
  readonly bundles: BundleService;
  readonly live: LiveEvents;
}

export interface Domain {
  readonly cases: CaseService;
  readonly tasks: TaskService;
  readonly materials: MaterialService;
  readonly bundles: BundleService;
  readonly users: UserService;
  readonly items: ItemService;
  readonly calendar: WorkingCalendar;
  readonly history: HistoryService;
  readonly drafts: DraftService;
  readonly live: LiveEvents;
  readonly outbox: Outbox;
  /** Starts what runs in the background (outbox, live events); seeds demo accounts and loads bundles into the database. */
  start(): Promise<void>;
  /** Stops the background work; the database connection is the caller's. */
  close(): Promise<void>;
}
