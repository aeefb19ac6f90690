import type { FeelLogicResult } from '../feel/compile-feel.js';
import type { ExpressionContext } from '../feel/expression.js';
import type { DecisionTable, TableRule } from './decision-model.js';
import type { EvaluatedDecision, MatchedRule } from './evaluation.js';
import { applyHitPolicy, resultOf, type RuleOutputs } from './hit-policy.js';

/** The result of a table, and what of it goes into the record of the decision. */
export interface TableEvaluation {
  readonly result: FeelLogicResult;
  readonly inputs: EvaluatedDecision['inputs'];
  readonly rules: readonly MatchedRule[];
}

interface IndexedRule {
  readonly rule: TableRule;
  /** From 1. */
  readonly index: number;
}

export function evaluateTable(table: DecisionTable, context: ExpressionContext): TableEvaluation {
  const inputs: { id: string; name: string; value: unknown }[] = [];
  for (const { id, label, expression } of table.inputs) {
    const evaluated = expression.evaluate(context);
    if (!evaluated.ok) return { result: evaluated, inputs: [], rules: [] };
    inputs.push({ id, name: label, value: evaluated.value });
  }
  const matched = matchRules(
    table,
    inputs.map(({ value }) => value),
    context,
  );
  if (!matched.ok) return { result: matched, inputs, rules: [] };
  if (matched.value.length === 0) return { result: evaluateDefaults(table, context), inputs, rules: [] };
  return { inputs, ...evaluateOutputs(table, matched.value, context) };
}

function matchRules(
  table: DecisionTable,
  values: readonly unknown[],
  context: ExpressionContext,
): FeelLogicResult<IndexedRule[]> {
  const matched: IndexedRule[] = [];
  for (const [place, rule] of table.rules.entries()) {
    const isMatch = matchRule(rule, values, context);
    if (!isMatch.ok) return isMatch;
    if (isMatch.value) matched.push({ rule, index: place + 1 });
  }
  return { ok: true, value: matched };
}

function matchRule(
  { tests }: TableRule,
  values: readonly unknown[],
  context: ExpressionContext,
): FeelLogicResult<boolean> {
  for (const [place, test] of tests.slice(0, values.length).entries()) {
    const passes = test.matches(values[place] ?? null, context);
    if (!passes.ok || !passes.value) return passes;
  }
  return { ok: true, value: true };
}

function evaluateOutputs(
  table: DecisionTable,
  matched: readonly IndexedRule[],
  context: ExpressionContext,
): Omit<TableEvaluation, 'inputs'> {
  const rules: MatchedRule[] = [];
  const outputs: RuleOutputs[] = [];
  for (const { rule, index } of table.hitPolicy === 'FIRST' ? matched.slice(0, 1) : matched) {
    const values: unknown[] = [];
    for (const entry of rule.outputs.slice(0, table.outputs.length)) {
      const evaluated = entry.evaluate(context);
      if (!evaluated.ok) return { result: evaluated, rules: [] };
      values.push(evaluated.value);
    }
    const named = table.outputs.slice(0, values.length);
    outputs.push(new Map(named.map(({ name }, place) => [name, values[place]])));
    rules.push({
      id: rule.id,
      index,
      outputs: named.map(({ id, label }, place) => ({ id, name: label, value: values[place] })),
    });
  }
  return { result: applyHitPolicy(table, outputs), rules };
}

/** No rule matches: the default outputs, or null where there are none. */
function evaluateDefaults(table: DecisionTable, context: ExpressionContext): FeelLogicResult {
  const values = new Map<string, unknown>();
  for (const { name, defaultValue } of table.outputs) {
    if (defaultValue === undefined) continue;
    const evaluated = defaultValue.evaluate(context);
    if (!evaluated.ok) return evaluated;
    values.set(name, evaluated.value);
  }
  return { ok: true, value: values.size === 0 ? null : resultOf(values) };
}
