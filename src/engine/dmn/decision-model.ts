/** What the parser makes of DMN XML once, at deployment; immutable, and evaluated ever after. */
import type { FeelLogic } from '../feel/compile-feel.js';
import type { UnaryTests } from '../feel/compile-unary-tests.js';

/** One .dmn file: decision requirements and the decisions in it. */
export interface DecisionGraph {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  /** By decision id, in the order in which Zeebe deploys them. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly logic: DecisionLogic;
  /** The name that decisions which require this one know its result by. */
  readonly resultName: string;
  /** `typeRef` of the variable: checked when it is one of FEEL's basic types. */
  readonly resultType: string | undefined;
  /** Ids. */
  readonly requiredDecisions: readonly string[];
  readonly requiredKnowledge: readonly KnowledgeModel[];
}

/** A business knowledge model: a function for the decisions that require it. */
export interface KnowledgeModel {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Undefined when the model leaves it out: null then. */
  readonly logic: DecisionLogic | undefined;
  readonly requiredKnowledge: readonly KnowledgeModel[];
}

export interface Parameter {
  readonly name: string;
  readonly typeRef: string | undefined;
}

export type DecisionLogic =
  | LiteralExpression
  | DecisionTable
  | BoxedContext
  | { readonly kind: 'list'; readonly items: readonly DecisionLogic[] }
  | { readonly kind: 'relation'; readonly rows: readonly (readonly NamedLogic[])[] }
  | Invocation
  | { readonly kind: 'function'; readonly parameters: readonly Parameter[]; readonly body: FeelLogic };

export interface LiteralExpression {
  readonly kind: 'literal';
  readonly expression: FeelLogic;
}

export interface NamedLogic {
  readonly name: string;
  readonly logic: DecisionLogic;
}

export interface BoxedContext {
  readonly kind: 'context';
  readonly entries: readonly NamedLogic[];
  /** The last entry when it has no name: its value is the context's. */
  readonly result: DecisionLogic | undefined;
}

export interface Invocation {
  readonly kind: 'invocation';
  readonly knowledge: KnowledgeModel;
  readonly bindings: readonly { readonly name: string; readonly expression: FeelLogic }[];
}

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

export interface DecisionTable {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | undefined;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly TableRule[];
}

export interface TableInput {
  readonly id: string;
  readonly label: string;
  readonly expression: FeelLogic;
}

export interface TableOutput {
  readonly id: string;
  readonly label: string;
  /** Key of the output in results of several outputs. */
  readonly name: string;
  /** `outputValues`, split at commas, quotes off: the order of PRIORITY and OUTPUT ORDER. */
  readonly values: readonly string[];
  readonly defaultValue: FeelLogic | undefined;
}

export interface TableRule {
  readonly id: string;
  readonly tests: readonly UnaryTests[];
  readonly outputs: readonly FeelLogic[];
}
