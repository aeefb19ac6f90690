/**
 * What can go wrong with a request, as a value that api turns into RFC 9457 problem details. `code` is stable
 * (`AREA_REASON`), `message` is Chinese and says what to do, `errors` name each field.
 */
export type ErrorKind =
  | 'invalid' // 400: the input is wrong
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'not-found' // 404
  | 'conflict' // 409: the state does not allow it (any more)
  | 'precondition-failed' // 412: somebody changed it in between
  | 'too-large' // 413
  | 'unsupported' // 415
  | 'unprocessable' // 422: the same idempotency key with another body
  | 'precondition-required' // 428: say which version the change is based on
  | 'too-many' // 429
  | 'unavailable'; // 503: a part is away; try again

export interface FieldError {
  /** JSON pointer into the input, e.g. `/form/name`. */
  readonly path: string;
  readonly message: string;
}

export class AppError extends Error {
  override name = 'AppError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly errors: readonly FieldError[];
  /** Further members of the problem, e.g. the state that a lost update has met. */
  readonly extensions: Readonly<Record<string, unknown>>;
  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    errors: readonly FieldError[] = [],
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.errors = errors;
    this.extensions = extensions;
  }
}
