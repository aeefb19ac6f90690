/**
 * An expression of the model: a static text or FEEL (text that starts with `=`), compiled once at deployment.
 */
export interface Expression {
  /** As written in the model, `=` included. */
  readonly source: string;
  readonly isStatic: boolean;
  /**
   * Never throws: a failure is stated in Zeebe's words, for the incident that the caller raises. The value is plain
   * JSON: what would be stored in a variable.
   */
  evaluate(context: ExpressionContext): EvaluationResult;
  /**
   * As `evaluate`, but dates, times and durations stay feelin's objects: for evaluate-as.ts, which must tell a duration
   * from a text. Processors use the evaluators there.
   */
  evaluateTyped(context: ExpressionContext): EvaluationResult;
}

/** Looks a variable up; `undefined` means that there is none (FEEL null with a warning). Values are plain JSON. */
export interface ExpressionContext {
  get(name: string): unknown;
  has(name: string): boolean;
  /** All names visible; only asked for where an expression needs the whole context. */
  names(): Iterable<string>;
  /** The engine's clock, milliseconds since 1970, for `now()` and `today()`; the machine's when left out. */
  now?(): number;
}

export type EvaluationResult =
  | { readonly ok: true; readonly value: unknown; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly failure: string };
