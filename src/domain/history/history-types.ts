/** What the record stream tells of cases, as others see it. */
import type { Page, PageRequest } from '../page.js';
import type { Actor } from '../users/actor.js';

/**
 * One record as Zeebe's exporters write it. Integers of 16 digits or more (keys) arrive as texts, because a cluster's
 * keys do not fit a JS number; -1 arrives as a number.
 */
export interface ExportedRecord {
  readonly partitionId: number;
  readonly position: number | string;
  readonly key: number | string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly recordType: string;
  readonly valueType: string;
  readonly intent: string;
  readonly value: Readonly<Record<string, unknown>>;
}

export type ElementState = 'active' | 'completed' | 'terminated' | 'incident';

export interface DiagramElement {
  readonly elementId: string;
  /** Of the latest instance; `incident` while any of them stands still. */
  readonly state: ElementState;
  /** How often the element was entered. */
  readonly count: number;
  /** When the latest instance was entered. */
  readonly since: Date;
  readonly endedAt: Date | null;
}

export interface Diagram {
  readonly xml: string;
  /** Of the bundle. */
  readonly version: number;
  readonly elements: DiagramElement[];
  /** Ids of the sequence flows that were taken. */
  readonly flows: string[];
}

export interface IncidentView {
  readonly key: string;
  readonly caseNumber: string | null;
  readonly bundleId: string;
  readonly bundleName: string;
  readonly elementId: string;
  readonly elementName: string;
  /** Zeebe's name, e.g. `JOB_NO_RETRIES`. */
  readonly errorType: string;
  readonly message: string;
  readonly jobKey: string | null;
  readonly processInstanceKey: string;
  readonly since: Date;
  readonly state: 'open' | 'resolved';
  readonly resolvedAt: Date | null;
  /** Display name of who resolved it here; null when the process moved on by itself. */
  readonly resolvedBy: string | null;
  /** The job's failed tries before it, oldest first. */
  readonly failures: JobFailureView[];
}

export interface IncidentFilter {
  /** `open` when left out. */
  readonly state?: 'open' | 'resolved' | undefined;
  readonly caseNumber?: string | undefined;
}

/** One failed try of a job. */
export interface JobFailureView {
  readonly at: Date;
  /** Tries left after this one. */
  readonly retries: number;
  readonly message: string;
}

export interface PartitionProgress {
  readonly partition: number;
  /** Of the last record taken in. */
  readonly position: string;
  readonly recordAt: Date;
  readonly receivedAt: Date;
}

export interface HistoryProgress {
  readonly partitions: PartitionProgress[];
  /** Why the last delivery was not taken in; null when it was, or none has come since the start. */
  readonly lastError: string | null;
}

export interface HistoryService {
  /**
   * Takes records in, in any order and any number of times: when it resolves, all of them are stored and everything
   * that follows from them has been done. Rejects when the store is away; then send them again.
   */
  ingest(records: readonly ExportedRecord[]): Promise<void>;
  /** Where the case stands; nothing is marked while the engine has not begun it. @throws AppError not-found CASE_NOT_FOUND */
  diagramOf(caseNumber: string): Promise<Diagram>;
  /** The newest first. */
  incidents(filter: IncidentFilter, page: PageRequest): Promise<Page<IncidentView>>;
  /**
   * Gives the job new tries (3 when left out) and lets the process go on.
   * @throws AppError not-found INCIDENT_NOT_FOUND · conflict INCIDENT_RESOLVED
   */
  resolveIncident(incidentKey: string, options: { retries?: number | undefined }, actor: Actor): Promise<IncidentView>;
  progress(): Promise<HistoryProgress>;
}
