/** A call to a department system: its address, its contract, and what is sent. */
import type { JsonObject } from '../../connectors/call-system.js';
import type { CaseFacts } from '../../domain/cases/case-service-types.js';

export interface ConnectorCall<Input> {
  /** Name of the system; its queue is `connector-<system>`. */
  readonly system: string;
  /** Unique in its system; the queue's job name. */
  readonly name: string;
  /** Path below the system's base URL. */
  path(input: Input): string;
  /**
   * The body, made from the case at the moment of the call: persons' data is never queued.
   * `callbackBase` is where the outside reaches our API.
   */
  body(input: Input, facts: CaseFacts, context: { callbackBase: string }): JsonObject;
  /** JSON Schema of the body. */
  readonly request: object;
  /** JSON Schema of the answer. */
  readonly answer: object;
}

export type AnyConnectorCall = ConnectorCall<never>;

/** What lies in the queue. */
export interface QueuedCall {
  readonly caseNumber: string;
  readonly idempotencyKey: string;
  readonly input: JsonObject;
}
