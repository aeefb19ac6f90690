import type { DraftState } from './types';

export interface FieldProblem {
  /** For `MODEL_INVALID`: the element's id. */
  path: string;
  message: string;
}

/** What the server refused, from its problem details (RFC 9457): `message` says in Chinese what to do. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldProblem[];
  /** For `DRAFT_CHANGED`: the draft as it is now; null when it is gone. */
  readonly current: DraftState | null;
  constructor(
    status: number,
    code: string,
    detail: string,
    errors: readonly FieldProblem[] = [],
    current: DraftState | null = null,
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.current = current;
  }
}

/** The server was not reached: what was sent may or may not have arrived. */
export class NetworkProblem extends Error {
  override name = 'NetworkProblem';
}

/** Reads problem details out of an answer's body; anything else becomes a problem with the HTTP status only. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
  const detail = text(problem['detail']) ?? text(problem['title']) ?? `服务器没有说明原因（${status}），请稍后再试`;
  const errors = Array.isArray(problem['errors']) ? (problem['errors'] as FieldProblem[]) : [];
  const current = (problem['current'] ?? null) as DraftState | null;
  return new ApiProblem(status, text(problem['code']) ?? `HTTP_${status}`, detail, errors, current);
}

/** The sentence to show for any error. */
export function sentence(error: unknown): string {
  if (error instanceof NetworkProblem) return '连不上服务器，请检查网络后再试';
  return error instanceof Error ? error.message : String(error);
}
