/** One call to an outside system: seen, made to behave, done once per idempotency key, answered. */
import type { Request, Response } from 'express';
import { findErrors } from '../shared/validation.js';
import type { CallbackSender } from './callback-sender.js';
import type { SandboxState } from './sandbox-state.js';
import type { Answer, Behaviour, Operation } from './sandbox-types.js';

export interface ServeDeps {
  readonly state: SandboxState;
  readonly callbacks: CallbackSender;
  /** Aborts when the sandbox stops, so that delayed and hanging calls end. */
  readonly stopping: AbortSignal;
  now(): Date;
}

export function serveOperation(operation: Operation, deps: ServeDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const key = request.get('idempotency-key');
    const caseNumber = request.get('x-case-number') ?? null;
    if (!key) return send(response, badRequest('缺少 Idempotency-Key 请求头'));
    const errors = findErrors(operation.request, request.body);
    if (errors.length > 0) return send(response, badRequest(errors.map((e) => `${e.path} ${e.message}`).join('；')));

    deps.state.see({ key, system: operation.system, operation: operation.path, caseNumber }, deps.now());
    const { scope, behaviour } = deps.state.behaviourOf(operation.system, caseNumber);
    await sleep(behaviour.delayMs, deps.stopping);
    if (deps.stopping.aborted) return void response.destroy();

    const mishap = mishapOf(behaviour, scope, deps.state);
    if (mishap !== undefined) return misbehave(mishap, key, response, deps);
    const answer = answerOnce(operation, behaviour, key, caseNumber, request, deps);
    deps.state.answered(key, answer.status);
    send(response, answer);
  };
}

/** The effect and the answer come from the first call with this key; no await in here, so that no other call cuts in. */
function answerOnce(
  operation: Operation,
  behaviour: Behaviour,
  key: string,
  caseNumber: string | null,
  request: Request,
  deps: ServeDeps,
): Answer {
  const { state } = deps;
  const earlier = state.calls.get(key)?.answer;
  if (earlier) return earlier;
  const now = deps.now();
  const performed = isRefused(behaviour)
    ? { status: 422, body: { code: `${operation.system.toUpperCase()}_REFUSED`, reason: behaviour.refuseReason } }
    : operation.perform({
        body: request.body as Record<string, unknown>,
        params: request.params as Record<string, string>,
        caseNumber,
        now,
        uncertain: behaviour.outcome === 'uncertain',
        has: (kind, number) => state.hasIssued(kind, number),
        nextNumber: (prefix) => state.nextNumber(prefix, now),
      });
  const callback = 'callback' in performed ? performed.callback : undefined;
  const dueAt = new Date(now.getTime() + behaviour.callbackDelayMs).toISOString();
  state.done(key, performed, callback && { id: key, caseNumber, dueAt, ...callback });
  const owed = state.callbacks.get(key);
  if (owed) deps.callbacks.schedule(owed);
  return { status: performed.status, body: performed.body };
}

type Mishap = 'unavailable' | 'drop' | 'hang';

function mishapOf(behaviour: Behaviour, scope: string, state: SandboxState): Mishap | undefined {
  if (behaviour.outcome === 'hang') return 'hang';
  if (behaviour.faultTimes > 0) {
    if (state.faultsUsed(scope) >= behaviour.faultTimes) return undefined;
    state.useFault(scope);
    return behaviour.faultKind;
  }
  const fails = behaviour.outcome === 'fault' || Math.random() < behaviour.faultRate;
  return fails ? behaviour.faultKind : undefined;
}

async function misbehave(mishap: Mishap, key: string, response: Response, deps: ServeDeps): Promise<void> {
  switch (mishap) {
    case 'unavailable':
      deps.state.answered(key, 503);
      return send(response, { status: 503, body: { code: 'UNAVAILABLE', reason: '系统暂时不可用' } });
    case 'drop':
      deps.state.answered(key, 'dropped');
      return void response.destroy();
    case 'hang':
      deps.state.answered(key, 'hung');
      await untilClosed(response, deps.stopping);
      return void response.destroy();
  }
}

function isRefused(behaviour: Behaviour): boolean {
  return behaviour.outcome === 'refuse' || Math.random() < behaviour.refuseRate;
}

function badRequest(reason: string): Answer {
  return { status: 400, body: { code: 'BAD_REQUEST', reason } };
}

function send(response: Response, answer: Answer): void {
  response.status(answer.status).json(answer.body);
}

function sleep(milliseconds: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      resolve();
    }
    stopping.addEventListener('abort', done);
  });
}

function untilClosed(response: Response, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', () => resolve());
    stopping.addEventListener('abort', () => resolve(), { once: true });
  });
}
