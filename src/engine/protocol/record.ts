/**
 * The record: the one thing the engine's log is made of, named and shaped as Zeebe 8.5.8 names and shapes it.
 *
 * Keys and positions are JS numbers: the embedded engine has one partition (1), whose keys start at 2^51 + 1 as Zeebe's
 * do, and stay below 2^53.
 */
import type { Intents, ValueType, Values } from './value-types.js';

export type RecordType = 'COMMAND' | 'EVENT' | 'COMMAND_REJECTION';

/** Why a command was refused; the gateway maps each to the gRPC status that Zeebe's gateway answers. */
export type RejectionType =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'INVALID_STATE'
  | 'PROCESSING_ERROR'
  | 'EXCEEDED_BATCH_RECORD_SIZE'
  | 'NULL_VAL';

export interface EngineRecord<V extends ValueType = ValueType> {
  readonly position: number;
  /** Position of the command whose processing wrote this record; -1 for a command that came from outside. */
  readonly sourceRecordPosition: number;
  /** -1 where the record has no key yet (a command that creates). */
  readonly key: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly recordType: RecordType;
  readonly valueType: V;
  readonly intent: Intents[V];
  readonly rejectionType: RejectionType;
  readonly rejectionReason: string;
  readonly value: Values[V];
}

/** A command on its way in: what a client or the schedule asks for. */
export interface Command<V extends ValueType = ValueType> {
  readonly valueType: V;
  readonly intent: Intents[V];
  /** -1 where the command creates something. */
  readonly key: number;
  readonly value: Values[V];
}

/** Zeebe's key space: partition 1 shifted by 51 bits. */
export const PARTITION_ID = 1;
export const FIRST_KEY = 2 ** 51 + 1;
export const DEFAULT_TENANT = '<default>';
