/** One HTTP call to a department system, held to its contract on both sides. */
import { AppError } from '../shared/errors.js';
import { findErrors } from '../shared/validation.js';

export type JsonObject = Record<string, unknown>;

/** Why a system did not do what it was asked. */
export type Refusal =
  /** It decided against it (422). */
  | { readonly kind: 'business'; readonly code: string; readonly reason: string }
  /** It does not understand us, or we not it: a person must look. */
  | { readonly kind: 'contract'; readonly reason: string };

export interface SystemRequest {
  readonly url: string;
  readonly body: JsonObject;
  readonly request: object;
  readonly answer: object;
  readonly caseNumber: string;
  readonly idempotencyKey: string;
}

export const CALL_TIMEOUT_MS = 10_000;

export type SystemAnswer =
  { readonly ok: true; readonly body: JsonObject } | { readonly ok: false; readonly refusal: Refusal };

/** @throws AppError unavailable SYSTEM_UNAVAILABLE when it does not answer, or answers that it cannot now: try again. */
export async function callSystem(call: SystemRequest): Promise<SystemAnswer> {
  const wrong = findErrors(call.request, call.body);
  if (wrong.length > 0) return contractBroken(`请求不符合接口约定：${textOf(wrong)}`);
  const { status, body } = await post(call);
  if (status === 422) return { ok: false, refusal: { kind: 'business', ...refusalIn(body) } };
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    throw unavailable(`对方系统返回 ${status}`);
  }
  if (status >= 300) return contractBroken(`对方系统返回 ${status} ${refusalIn(body).reason}`);
  const odd = findErrors(call.answer, body);
  return odd.length > 0 ? contractBroken(`对方答复不符合接口约定：${textOf(odd)}`) : { ok: true, body };
}

async function post(call: SystemRequest): Promise<{ status: number; body: JsonObject }> {
  try {
    const response = await fetch(call.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'idempotency-key': call.idempotencyKey,
        'x-case-number': call.caseNumber,
      },
      body: JSON.stringify(call.body),
      redirect: 'error',
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    });
    return { status: response.status, body: parse(await response.text()) };
  } catch (error) {
    throw unavailable(reasonOf(error));
  }
}

function parse(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
  } catch {
    return {};
  }
}

function refusalIn({ code, reason }: JsonObject): { code: string; reason: string } {
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    reason: typeof reason === 'string' ? reason : '未说明原因',
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `对方系统 ${CALL_TIMEOUT_MS / 1000} 秒内没有答复`;
  const cause = error.cause instanceof Error ? `（${error.cause.message}）` : '';
  return `连接失败：${error.message}${cause}`;
}

function unavailable(reason: string): AppError {
  return new AppError('unavailable', 'SYSTEM_UNAVAILABLE', reason);
}

function contractBroken(reason: string): SystemAnswer {
  return { ok: false, refusal: { kind: 'contract', reason } };
}

function textOf(errors: { path: string; message: string }[]): string {
  return errors.map(({ path, message }) => `${path} ${message}`).join('；');
}
