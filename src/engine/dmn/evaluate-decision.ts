/** Evaluates a decision of a graph: what it requires first, each time it is required, then its own logic. */
import type { FeelLogicResult } from '../feel/compile-feel.js';
import type { ExpressionContext } from '../feel/expression.js';
import type {
  BoxedContext,
  Decision,
  DecisionGraph,
  DecisionLogic,
  Invocation,
  KnowledgeModel,
  NamedLogic,
  Parameter,
} from './decision-model.js';
import { withNames } from './decision-scope.js';
import { evaluateTable } from './evaluate-table.js';
import type { DecisionEvaluation, DecisionType, EvaluatedDecision } from './evaluation.js';
import { findTypeProblem } from './type-check.js';

/** @throws Error when the graph has no decision of the id */
export function evaluateDecision(
  graph: DecisionGraph,
  decisionId: string,
  variables: ExpressionContext,
): DecisionEvaluation {
  const decision = graph.decisions.get(decisionId);
  if (decision === undefined) throw new Error(`Expected ${graph.id} to have decision ${decisionId}`);
  const run = new Run(graph);
  const result = run.decide(decision, variables);
  const evaluated = run.evaluated;
  if (result.ok) return { output: result.value, failure: undefined, evaluated };
  const message = `Expected to evaluate decision '${decisionId}', but ${result.failure}`;
  return { output: null, failure: { decisionId: evaluated.at(-1)?.id ?? decisionId, message }, evaluated };
}

/** Who the logic belongs to: a decision or a business knowledge model. */
type Owner = Pick<Decision, 'id' | 'name'>;

const TYPES: Readonly<Record<DecisionLogic['kind'], DecisionType>> = {
  table: 'DECISION_TABLE',
  literal: 'LITERAL_EXPRESSION',
  context: 'CONTEXT',
  list: 'LIST',
  relation: 'RELATION',
  invocation: 'INVOCATION',
  function: 'UNKNOWN',
};

class Run {
  readonly evaluated: EvaluatedDecision[] = [];
  private readonly graph: DecisionGraph;

  constructor(graph: DecisionGraph) {
    this.graph = graph;
  }

  decide(decision: Decision, variables: ExpressionContext): FeelLogicResult {
    const names = new Map<string, unknown>();
    for (const id of decision.requiredDecisions) {
      const required = this.graph.decisions.get(id);
      if (required === undefined) continue;
      const result = this.decide(required, variables);
      if (!result.ok) return result;
      names.set(required.resultName, result.value);
    }
    for (const model of decision.requiredKnowledge) names.set(model.name, this.functionOf(model, variables));
    const result = this.evaluateOwn(decision, decision.logic, withNames(variables, names));
    if (!result.ok) return result;
    const problem = findTypeProblem(result.value, decision.resultType);
    return problem === undefined ? result : failed(problem);
  }

  /** The logic of a decision or model, noted as evaluated. */
  private evaluateOwn(owner: Owner, logic: DecisionLogic | undefined, context: ExpressionContext): FeelLogicResult {
    const { result, ...rest } = this.evaluateNoted(logic, context);
    const type = logic === undefined ? 'UNKNOWN' : TYPES[logic.kind];
    this.evaluated.push({ id: owner.id, name: owner.name, type, output: result.ok ? result.value : null, ...rest });
    return result;
  }

  private evaluateNoted(logic: DecisionLogic | undefined, context: ExpressionContext) {
    if (logic === undefined) return { result: done(null), inputs: [], rules: [] };
    if (logic.kind === 'table') return evaluateTable(logic, context);
    return { result: this.evaluate(logic, context), inputs: [], rules: [] };
  }

  private evaluate(logic: DecisionLogic, context: ExpressionContext): FeelLogicResult {
    switch (logic.kind) {
      case 'literal':
        return logic.expression.evaluate(context);
      case 'table':
        return evaluateTable(logic, context).result;
      case 'context':
        return this.evaluateContext(logic, context);
      case 'list':
        return collect(logic.items, (item) => this.evaluate(item, context));
      case 'relation':
        return collect(logic.rows, (row) => this.evaluateRow(row, context));
      case 'invocation':
        return this.invoke(logic, context);
      case 'function':
        return done(callable(logic.parameters, (names) => logic.body.evaluate(withNames(context, names))));
    }
  }

  /** Later entries see the earlier ones. */
  private evaluateContext({ entries, result }: BoxedContext, context: ExpressionContext): FeelLogicResult {
    const values = new Map<string, unknown>();
    for (const { name, logic } of entries) {
      const evaluated = this.evaluate(logic, withNames(context, new Map(values)));
      if (!evaluated.ok) return evaluated;
      values.set(name, evaluated.value);
    }
    return result === undefined
      ? done(Object.fromEntries(values))
      : this.evaluate(result, withNames(context, new Map(values)));
  }

  private evaluateRow(row: readonly NamedLogic[], context: ExpressionContext): FeelLogicResult {
    const values = new Map<string, unknown>();
    for (const { name, logic } of row) {
      const evaluated = this.evaluate(logic, context);
      if (!evaluated.ok) return evaluated;
      values.set(name, evaluated.value);
    }
    return done(Object.fromEntries(values));
  }

  private invoke({ knowledge, bindings }: Invocation, context: ExpressionContext): FeelLogicResult {
    const names = new Map<string, unknown>();
    for (const { name, expression } of bindings) {
      const evaluated = expression.evaluate(context);
      if (!evaluated.ok) return evaluated;
      names.set(name, evaluated.value);
    }
    const inner = withNames(withNames(context, names), this.functionsOf(knowledge, context));
    for (const { name, typeRef } of knowledge.parameters) {
      if (!inner.has(name)) return failed(`no parameter found with name '${name}'`);
      const problem = findTypeProblem(inner.get(name), typeRef);
      if (problem !== undefined) return failed(problem);
    }
    return this.evaluateOwn(knowledge, knowledge.logic, inner);
  }

  /** The model as a function that FEEL can call: what goes wrong in it is null. */
  private functionOf(model: KnowledgeModel, context: ExpressionContext): unknown {
    const inner = withNames(context, this.functionsOf(model, context));
    return callable(model.parameters, (names) => this.evaluateOwn(model, model.logic, withNames(inner, names)));
  }

  private functionsOf(model: KnowledgeModel, context: ExpressionContext): ReadonlyMap<string, unknown> {
    return new Map(model.requiredKnowledge.map((required) => [required.name, this.functionOf(required, context)]));
  }
}

/** `$args`: how feelin learns the names of the parameters. */
function callable(
  parameters: readonly Parameter[],
  evaluate: (names: ReadonlyMap<string, unknown>) => FeelLogicResult,
): unknown {
  const call = (...values: unknown[]): unknown => {
    if (values.length !== parameters.length) return null;
    const names = new Map(parameters.map(({ name }, place) => [name, values[place] ?? null]));
    if (parameters.some(({ name, typeRef }) => findTypeProblem(names.get(name), typeRef) !== undefined)) return null;
    const result = evaluate(names);
    return result.ok ? result.value : null;
  };
  return Object.assign(call, { $args: parameters.map(({ name }) => name) });
}

function collect<T>(items: readonly T[], evaluate: (item: T) => FeelLogicResult): FeelLogicResult {
  const values: unknown[] = [];
  for (const item of items) {
    const evaluated = evaluate(item);
    if (!evaluated.ok) return evaluated;
    values.push(evaluated.value);
  }
  return done(values);
}

function done(value: unknown): FeelLogicResult {
  return { ok: true, value };
}

function failed(failure: string): FeelLogicResult {
  return { ok: false, failure };
}
