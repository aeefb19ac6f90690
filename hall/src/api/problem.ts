export interface FieldProblem {
  path: string;
  message: string;
}

/** What the server refused, from its problem details: `detail` says in Chinese what to do, `errors` name each field. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldProblem[];
  readonly requestId: string | undefined;
  constructor(status: number, code: string, detail: string, errors: readonly FieldProblem[] = [], requestId?: string) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.requestId = requestId;
  }
}

/** The server was not reached or did not answer: what was sent may or may not have arrived. */
export class NetworkProblem extends Error {
  override name = 'NetworkProblem';
}

/** Whether trying the same again may work without changing anything. */
export function mayRetry(error: unknown): boolean {
  return (
    error instanceof NetworkProblem || (error instanceof ApiProblem && (error.status >= 500 || error.status === 429))
  );
}

const text = (value: unknown, fallback: string): string => (typeof value === 'string' && value ? value : fallback);

/** Reads problem details out of an answer's body; anything else becomes a problem with the HTTP status only. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const detail = text(problem['detail'], text(problem['title'], `服务暂时没有给出说明（${status}），请稍后再试。`));
  const errors = Array.isArray(problem['errors']) ? (problem['errors'] as FieldProblem[]) : [];
  const requestId = typeof problem['requestId'] === 'string' ? problem['requestId'] : undefined;
  return new ApiProblem(status, text(problem['code'], `HTTP_${status}`), detail, errors, requestId);
}
