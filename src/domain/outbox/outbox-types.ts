import type { JobError, MessageToPublish } from '../../engine/client/port.js';

/** What must happen outside Mongo because of a change in it. `id` makes a repeated delivery harmless. */
export type Effect = { readonly id: string } & (
  | { readonly kind: 'engine.publish-message'; readonly message: MessageToPublish }
  | {
      readonly kind: 'engine.complete-job';
      readonly elementInstanceKey: string;
      readonly jobKey: string;
      readonly variables: Record<string, unknown>;
    }
  | { readonly kind: 'engine.throw-error'; readonly jobKey: string; readonly error: JobError }
  | { readonly kind: 'engine.cancel-instance'; readonly processInstanceKey: string }
  | {
      readonly kind: 'queue.add';
      readonly queue: string;
      readonly job: { id: string; name: string; data: object; delayMs?: number; attempts?: number };
    }
  | {
      readonly kind: 'case.note';
      readonly caseNumber: string;
      readonly entry: { at: Date; kind: string; title: string; detail?: string; actor?: string; elementId?: string };
    }
);

export interface OutboxHealth {
  /** Documents with something to deliver. */
  readonly waiting: number;
  /** Documents with an effect that was given up; a person must look. */
  readonly dead: number;
}

export interface Outbox {
  /** A document with effects was just written: deliver now instead of at the next round. Never throws. */
  wake(): void;
  health(): Promise<OutboxHealth>;
  start(): Promise<void>;
  /** Stops taking entries and waits for the deliveries under way. */
  close(): Promise<void>;
}
