import type { ExpressionContext } from '../../feel/expression.js';
import type { Variables } from '../../protocol/value-types.js';
import {
  describeMissingDecision,
  evaluateCalledDecision,
  findLatestDecision,
  NO_CALLER,
} from '../decisions/evaluate-called-decision.js';
import type { CommandProcessor } from '../processing-context.js';

/** DECISION_EVALUATION EVALUATE: a client asks for a decision, by id (its latest version) or by key. */
export const evaluateDecisionCommand: CommandProcessor<'DECISION_EVALUATION'> = (work, { value }) => {
  const { decisionId, decisionKey, variables } = value;
  const isById = decisionId !== '';
  if (!isById && decisionKey < 0) {
    work.reject('INVALID_ARGUMENT', 'Expected either a decision id or a valid decision key, but none provided');
    return;
  }
  const decision = isById ? findLatestDecision(work, decisionId) : work.state.decisions.find(decisionKey);
  if (decision === undefined) {
    const problem = isById ? describeMissingDecision('id', decisionId) : describeMissingDecision('key', decisionKey);
    work.reject('INVALID_ARGUMENT', problem);
    return;
  }
  work.answer(evaluateCalledDecision(work, decision, contextOf(variables, work.now), NO_CALLER).record);
};

function contextOf(variables: Variables, now: number): ExpressionContext {
  return {
    get: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    has: (name) => Object.hasOwn(variables, name),
    names: () => Object.keys(variables),
    now: () => now,
  };
}
