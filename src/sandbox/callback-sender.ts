/** Sends the call-backs that are owed, each until it is answered 2xx; owed ones go on after a restart. */
import { createHmac } from 'node:crypto';
import type { Logger } from '../shared/logger.js';
import type { Callback } from './sandbox-types.js';
import type { SandboxState } from './sandbox-state.js';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
const TIMEOUT_MS = 10_000;

export interface CallbackSender {
  schedule(callback: Callback): void;
  /** Leaves what is owed for the next start; waits for tries under way. */
  close(): Promise<void>;
}

export function createCallbackSender(state: SandboxState, secret: string, logger: Logger): CallbackSender {
  const timers = new Map<string, NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();

  function wait(callback: Callback, delayMs: number): void {
    if (stopping.signal.aborted) return;
    const timer = setTimeout(() => {
      timers.delete(callback.id);
      const attempt = tryOnce(callback).finally(() => underWay.delete(attempt));
      underWay.add(attempt);
    }, delayMs);
    timers.set(callback.id, timer);
  }

  async function tryOnce(callback: Callback): Promise<void> {
    const failure = await send(callback, secret, stopping.signal);
    if (stopping.signal.aborted && failure !== undefined) return;
    state.triedCallback(callback.id, failure === undefined ? new Date() : null);
    if (failure === undefined) return;
    logger.warn({ callback: callback.id, tries: callback.tries, failure }, 'call-back not accepted, trying again');
    wait(callback, Math.min(FIRST_RETRY_MS * 2 ** (callback.tries - 1), LONGEST_RETRY_MS));
  }

  return {
    schedule: (callback) => wait(callback, Math.max(0, Date.parse(callback.dueAt) - Date.now())),
    async close() {
      stopping.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}

/** @returns undefined when it was accepted, else why not. */
async function send(callback: Callback, secret: string, stopping: AbortSignal): Promise<string | undefined> {
  const body = JSON.stringify(callback.body);
  try {
    const response = await fetch(callback.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-signature': signatureOf(body, secret) },
      body,
      redirect: 'error',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.arrayBuffer();
    return response.ok ? undefined : `status ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Lower-case hex HMAC-SHA256 over the body's bytes. */
export function signatureOf(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
