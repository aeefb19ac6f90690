/** What the record stream tells of cases, as others see it. */
import type { IncidentErrorType } from '../../engine/protocol/value-types.js';

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
  readonly errorType: IncidentErrorType | (string & {});
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
