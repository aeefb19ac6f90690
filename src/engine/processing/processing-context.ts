import type { InternalValues } from '../protocol/internal-values.js';
import type { RejectionType } from '../protocol/record.js';
import type { Intents, ProcessInstanceResultValue, ValueType } from '../protocol/value-types.js';
import type { EngineState } from '../state/engine-state.js';
import type { InternalRecord } from '../state/record-codec.js';
import type { PreparedDeployment } from './deployment/prepare-deployment.js';
import type { Models } from './models.js';

/**
 * What a processor works with: it reads state, and says what happens by appending events (applied at once) and follow-up
 * commands (processed after this one, in order).
 */
export interface ProcessingContext {
  readonly state: EngineState;
  readonly models: Models;
  /** Time of the command in hand, milliseconds since 1970. */
  readonly now: number;
  /** Set for DEPLOYMENT CREATE: parsing is asynchronous and done before. */
  readonly deployment: PreparedDeployment | undefined;

  nextKey(): number;
  event<V extends ValueType>(
    key: number,
    valueType: V,
    intent: Intents[V],
    value: InternalValues[V],
  ): InternalRecord<V>;
  /** Appends a follow-up command. Key -1 where its processing creates one. */
  command<V extends ValueType>(key: number, valueType: V, intent: Intents[V], value: InternalValues[V]): void;
  /** Answers the command in hand, once the batch is on disk. */
  answer(record: InternalRecord): void;
  /** Answers with a record that is not written to the log (Zeebe's answer to CANCEL). */
  answerWith<V extends ValueType>(key: number, valueType: V, intent: Intents[V], value: InternalValues[V]): void;
  /** Writes the rejection of the command in hand and answers with it. */
  reject(type: RejectionType, reason: string): void;
  /** The client of the command in hand waits for the end of the process instance. */
  awaitResult(processInstanceKey: number, fetchVariables: readonly string[]): void;
  /** Names of the variables asked for, if a client waits for the process instance's end. */
  findAwaited(processInstanceKey: number): readonly string[] | undefined;
  sendResult(value: ProcessInstanceResultValue): void;
}

/** Processes commands of one intent. */
export type CommandProcessor<V extends ValueType> = (work: ProcessingContext, command: InternalRecord<V>) => void;
