/** How a job's end travels through a store that keeps JSON and texts only. */
import { QueueJobFailed, type QueueRefusal } from './queues.js';

export type Envelope =
  | { readonly answer: unknown }
  | { readonly refusal: { readonly message: string; readonly details: Record<string, unknown> } };

export function refusalOf({ message, details }: QueueRefusal): Envelope {
  return { refusal: { message, details } };
}

/** @throws QueueJobFailed when the handler refused */
export function answerOf(envelope: Envelope): unknown {
  if ('answer' in envelope) return envelope.answer;
  const { message, details } = envelope.refusal;
  throw new QueueJobFailed(message, true, details);
}

/** The job's tries ran out. */
export function failureOf(error: Error): QueueJobFailed {
  return new QueueJobFailed(error.message, false);
}
