/** What an evaluation leaves behind beside its result: the decisions in the order in which they were done. */
export interface DecisionEvaluation {
  /** Typed: `toDecisionJson` makes JSON of it. Null when the evaluation failed. */
  readonly output: unknown;
  /** Undefined when all went well. */
  readonly failure: { readonly decisionId: string; readonly message: string } | undefined;
  readonly evaluated: readonly EvaluatedDecision[];
}

export type DecisionType =
  'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'CONTEXT' | 'LIST' | 'RELATION' | 'INVOCATION' | 'UNKNOWN';

/** A decision, or a business knowledge model that was called. */
export interface EvaluatedDecision {
  readonly id: string;
  readonly name: string;
  readonly type: DecisionType;
  /** Null where it failed. */
  readonly output: unknown;
  readonly inputs: readonly { readonly id: string; readonly name: string; readonly value: unknown }[];
  readonly rules: readonly MatchedRule[];
}

export interface MatchedRule {
  readonly id: string;
  /** From 1. */
  readonly index: number;
  readonly outputs: readonly { readonly id: string; readonly name: string; readonly value: unknown }[];
}
