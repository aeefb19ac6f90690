/** What a decision table makes of the rules that match. */
import { addDecimals } from '../feel/decimal.js';
import type { FeelLogicResult } from '../feel/compile-feel.js';
import type { DecisionTable, TableOutput } from './decision-model.js';
import { describeFound, describeOutputs } from './describe-value.js';

/** Outputs of one rule by name. */
export type RuleOutputs = ReadonlyMap<string, unknown>;

/** @param matched outputs of the rules that match, in the order of the rules; at least one */
export function applyHitPolicy(table: DecisionTable, matched: readonly RuleOutputs[]): FeelLogicResult {
  switch (table.hitPolicy) {
    case 'FIRST':
      return done(single(matched));
    case 'UNIQUE':
      if (matched.length === 1) return done(single(matched));
      return failed(`multiple values aren't allowed for UNIQUE hit policy. found: '${describeOutputs(matched)}'`);
    case 'ANY':
      return applyAny(matched);
    case 'PRIORITY':
      return done(single(byPriority(matched, table.outputs)));
    case 'OUTPUT ORDER':
      return done(all(byPriority(matched, table.outputs)));
    case 'RULE ORDER':
      return done(all(matched));
    case 'COLLECT':
      return table.aggregation === undefined ? done(all(matched)) : aggregate(table.aggregation, matched);
  }
}

function applyAny(matched: readonly RuleOutputs[]): FeelLogicResult {
  const seen = new Set<string>();
  const distinct = matched.filter((outputs) => {
    const text = describeOutputs([outputs]);
    return seen.size !== seen.add(text).size;
  });
  if (distinct.length === 1) return done(single(matched));
  return failed(`different values aren't allowed for ANY hit policy. found: '${describeOutputs(distinct)}'`);
}

/** By the place of each output's value among the output values, compared as text; other values come last. */
function byPriority(matched: readonly RuleOutputs[], outputs: readonly TableOutput[]): RuleOutputs[] {
  const priorityOf = (row: RuleOutputs): string =>
    outputs
      .map(({ name, values }) => {
        const value = row.get(name);
        const place = typeof value === 'string' || typeof value === 'number' ? values.lastIndexOf(String(value)) : -1;
        return place === -1 ? '_' : String(place);
      })
      .join('');
  const rows = matched.map((row) => ({ row, priority: priorityOf(row) }));
  return rows.sort((a, b) => (a.priority < b.priority ? -1 : Number(a.priority > b.priority))).map(({ row }) => row);
}

function aggregate(aggregation: 'SUM' | 'MIN' | 'MAX' | 'COUNT', matched: readonly RuleOutputs[]): FeelLogicResult {
  if (aggregation === 'COUNT') return done(matched.length);
  const numbers: number[] = [];
  for (const row of matched) {
    const [value] = row.values();
    if (typeof value !== 'number') return failed(`expected number but found '${describeFound(value)}'`);
    numbers.push(value);
  }
  if (aggregation === 'SUM') return done(numbers.reduce(addDecimals, 0));
  return done(aggregation === 'MIN' ? Math.min(...numbers) : Math.max(...numbers));
}

function single([first]: readonly RuleOutputs[]): unknown {
  return first === undefined ? null : resultOf(first);
}

function all(rows: readonly RuleOutputs[]): unknown[] {
  return rows.map(resultOf);
}

/** The value of a single output, a context of several. */
export function resultOf(outputs: RuleOutputs): unknown {
  if (outputs.size === 1) return [...outputs.values()][0];
  return Object.fromEntries(outputs);
}

function done(value: unknown): FeelLogicResult {
  return { ok: true, value };
}

function failed(failure: string): FeelLogicResult {
  return { ok: false, failure };
}
