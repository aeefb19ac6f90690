import { toDecisionJson, toJsonText } from '../../dmn/describe-value.js';
import { evaluateDecision } from '../../dmn/evaluate-decision.js';
import type { EvaluatedDecision } from '../../dmn/evaluation.js';
import type { ExpressionContext } from '../../feel/expression.js';
import { DEFAULT_TENANT } from '../../protocol/record.js';
import type { DecisionEvaluationValue, EvaluatedDecisionValue } from '../../protocol/value-types.js';
import type { DecisionRow } from '../../state/rows.js';
import type { InternalRecord } from '../../state/record-codec.js';
import type { ProcessingContext } from '../processing-context.js';

/** Who asks: a business rule task, or a client (then nothing). */
export type DecisionCaller = Pick<
  DecisionEvaluationValue,
  'bpmnProcessId' | 'processDefinitionKey' | 'processInstanceKey' | 'elementId' | 'elementInstanceKey'
>;

export const NO_CALLER: DecisionCaller = {
  bpmnProcessId: '',
  processDefinitionKey: -1,
  processInstanceKey: -1,
  elementId: '',
  elementInstanceKey: -1,
};

export interface CalledDecision {
  readonly record: InternalRecord<'DECISION_EVALUATION'>;
  /** Plain JSON. */
  readonly output: unknown;
  readonly failure: string | undefined;
}

/** The latest version of the decision; undefined when there is none. */
export function findLatestDecision(work: ProcessingContext, decisionId: string): DecisionRow | undefined {
  const key = work.state.decisionVersions.last(decisionId);
  return key === undefined ? undefined : work.state.decisions.get(key);
}

export function describeMissingDecision(by: 'id' | 'key', which: string | number): string {
  return `Expected to evaluate decision '${which}', but no decision found for ${by} '${which}'`;
}

/** Evaluates the decision and writes what came of it: DECISION_EVALUATION EVALUATED or FAILED. */
export function evaluateCalledDecision(
  work: ProcessingContext,
  decision: DecisionRow,
  variables: ExpressionContext,
  caller: DecisionCaller,
): CalledDecision {
  const graph = work.models.decisions.get(decision.decisionRequirementsKey);
  const { output, failure, evaluated } = evaluateDecision(graph, decision.decisionId, variables);
  const rows = decisionsOf(work, decision.decisionRequirementsKey);
  const record = work.event(work.nextKey(), 'DECISION_EVALUATION', failure ? 'FAILED' : 'EVALUATED', {
    decisionId: decision.decisionId,
    decisionName: decision.decisionName,
    decisionKey: decision.key,
    decisionVersion: decision.version,
    decisionRequirementsId: decision.decisionRequirementsId,
    decisionRequirementsKey: decision.decisionRequirementsKey,
    decisionOutput: toJsonText(output),
    variables: {},
    ...caller,
    evaluatedDecisions: evaluated.map((one) => toEvaluatedValue(one, rows.get(one.id))),
    evaluationFailureMessage: failure?.message ?? '',
    failedDecisionId: failure?.decisionId ?? '',
    tenantId: DEFAULT_TENANT,
  });
  return { record, output: toDecisionJson(output), failure: failure?.message };
}

function decisionsOf(work: ProcessingContext, decisionRequirementsKey: number): ReadonlyMap<string, DecisionRow> {
  const keys = work.state.decisionsByRequirements.keys(decisionRequirementsKey);
  return new Map(keys.map((key) => work.state.decisions.get(key)).map((row) => [row.decisionId, row]));
}

function toEvaluatedValue(evaluated: EvaluatedDecision, row: DecisionRow | undefined): EvaluatedDecisionValue {
  const { id, name, type, output, inputs, rules } = evaluated;
  return {
    decisionId: id,
    decisionName: name,
    decisionKey: row?.key ?? -1,
    decisionVersion: row?.version ?? -1,
    decisionType: type,
    decisionOutput: toJsonText(output),
    evaluatedInputs: inputs.map((input) => ({
      inputId: input.id,
      inputName: input.name,
      inputValue: toJsonText(input.value),
    })),
    matchedRules: rules.map((rule) => ({
      ruleId: rule.id,
      ruleIndex: rule.index,
      evaluatedOutputs: rule.outputs.map((one) => ({
        outputId: one.id,
        outputName: one.name,
        outputValue: toJsonText(one.value),
      })),
    })),
    tenantId: DEFAULT_TENANT,
  };
}
