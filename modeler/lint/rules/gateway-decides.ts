import { child, isAny, list } from '../moddle.js';
import { say, type RuleFactory } from '../rule.js';

/** A gateway that chooses must always find a way: a condition on each flow, and a default for the rest. */
export const gatewayDecides: RuleFactory = (options = {}) => ({
  check(element, reporter) {
    if (!isAny(element, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway')) return;
    const flows = list(element, 'outgoing');
    if (flows.length < 2) return;
    const fallback = child(element, 'default');
    for (const flow of flows) {
      if (flow === fallback || hasCondition(flow)) continue;
      const target = child(flow, 'targetRef')?.name ?? child(flow, 'targetRef')?.id ?? '';
      reporter.report(
        flow.id ?? '',
        say(
          options,
          `通往“${target}”的流向没有条件：请填写条件，或把它设为默认流向`,
          `The flow to "${target}" has no condition: give it one, or make it the default`,
        ),
        { path: ['conditionExpression'] },
      );
    }
    if (fallback === undefined && flows.every(hasCondition)) {
      reporter.report(
        element.id ?? '',
        say(
          options,
          '没有默认流向：所有条件都不满足时办件会停在这里',
          'No default flow: a case that meets no condition stops here',
        ),
        { path: ['default'] },
      );
    }
  },
});

function hasCondition(flow: { [property: string]: unknown }): boolean {
  const condition = flow['conditionExpression'] as { body?: string } | undefined;
  return (condition?.body ?? '').replace(/^=/, '').trim() !== '';
}
