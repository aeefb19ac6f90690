import type { CallContext } from './feel-functions.js';
import type { ExpressionContext } from './expression.js';

/** One evaluation under way: the variables, and what it has to say beside its value. */
export class FeelRun implements CallContext {
  readonly context: ExpressionContext;
  readonly warnings: string[];
  /** Shared with the runs of inner scopes. */
  readonly outcome: { failure: string | undefined };

  constructor(context: ExpressionContext, parent?: FeelRun) {
    this.context = context;
    this.warnings = parent?.warnings ?? [];
    this.outcome = parent?.outcome ?? { failure: undefined };
  }

  readonly warn = (warning: string): void => {
    this.warnings.push(warning);
  };

  now(): number {
    return this.context.now?.() ?? Date.now();
  }

  fail(message: string): void {
    this.outcome.failure ??= message;
  }

  /** A run that sees the names over the variables, as the later entries of a FEEL context see the earlier ones. */
  withLocals(locals: ReadonlyMap<string, unknown>): FeelRun {
    const outer = this.context;
    return new FeelRun(
      {
        get: (name) => (locals.has(name) ? locals.get(name) : outer.get(name)),
        has: (name) => locals.has(name) || outer.has(name),
        names: () => new Set([...outer.names(), ...locals.keys()]),
        now: () => this.now(),
      },
      this,
    );
  }
}

/** Compiled FEEL. */
export type Evaluator = (run: FeelRun) => unknown;
