/** A call to a department system: its address, its contract, and what is sent. */
import type { CaseFacts } from '../../domain/cases/case-service-types.js';

export type JsonObject = Record<string, unknown>;

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

/** Why a system did not do what it was asked; `details` of the queue's refusal. */
export type Refusal =
  /** It decided against it (422). */
  | { readonly kind: 'business'; readonly code: string; readonly reason: string }
  /** It does not understand us, or we not it: a person must look. */
  | { readonly kind: 'contract'; readonly reason: string };
