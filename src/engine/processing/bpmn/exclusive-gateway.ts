import { evaluateBoolean } from '../../feel/evaluate-as.js';
import type { GatewayElement, SequenceFlowElement } from '../../model/executable.js';
import { getElement } from '../models.js';
import type { ProcessingContext } from '../processing-context.js';
import { terminateLeaf } from './behavior/activity.js';
import { elementsOf } from './behavior/contexts.js';
import { expressionContext } from './behavior/expression-context.js';
import { completeAtOnce, takeFlow } from './behavior/transitions.js';
import type { ElementContext, ElementProcessor, Failure } from './element-processor.js';

type Choice =
  | { readonly ok: true; readonly flows: readonly SequenceFlowElement[] }
  | { readonly ok: false; readonly failure: Failure };

/** Takes the first outgoing flow whose condition holds, else the default flow. */
export const exclusiveGateway: ElementProcessor<GatewayElement> = {
  onActivate(work, context) {
    return passOn(work, context, false);
  },
  onComplete: passesAtOnce,
  onTerminate: terminateLeaf,
};

/** Takes every outgoing flow whose condition holds, else the default flow. */
export const inclusiveGateway: ElementProcessor<GatewayElement> = {
  onActivate(work, context) {
    return passOn(work, context, true);
  },
  onComplete: passesAtOnce,
  onTerminate: terminateLeaf,
};

function passOn(
  work: ProcessingContext,
  context: ElementContext<GatewayElement>,
  takesAll: boolean,
): Failure | undefined {
  const choice = chooseFlows(work, context, takesAll);
  if (!choice.ok) return choice.failure;
  completeAtOnce(work, context);
  for (const flow of choice.flows) takeFlow(work, context, flow);
  return undefined;
}

/** Gateways complete within their activation: there is never a completion to process. */
export function passesAtOnce(_work: ProcessingContext, { element }: ElementContext): never {
  throw new Error(`Expected ${element.elementType} ${element.id} to have completed at its activation`);
}

function chooseFlows(work: ProcessingContext, context: ElementContext<GatewayElement>, takesAll: boolean): Choice {
  const flows = elementsOf<SequenceFlowElement>(context, context.element.outgoing, 'sequence-flow');
  const [only] = flows;
  if (only === undefined || (flows.length === 1 && only.condition === undefined)) return { ok: true, flows };
  const chosen: SequenceFlowElement[] = [];
  const scope = expressionContext(work, context.value.flowScopeKey);
  for (const flow of flows) {
    if (flow.condition === undefined || flow.id === context.element.defaultFlowId) continue;
    const holds = evaluateBoolean(flow.condition, scope);
    if (!holds.ok) {
      return { ok: false, failure: { errorType: 'EXTRACT_VALUE_ERROR', message: holds.failure } };
    }
    if (!holds.value) continue;
    chosen.push(flow);
    if (!takesAll) break;
  }
  return chosen.length > 0 ? { ok: true, flows: chosen } : defaultFlow(context);
}

function defaultFlow({ element, process }: ElementContext<GatewayElement>): Choice {
  const flow = element.defaultFlowId === undefined ? undefined : getElement(process, element.defaultFlowId);
  if (flow?.kind === 'sequence-flow') return { ok: true, flows: [flow] };
  const message = 'Expected at least one condition to evaluate to true, or to have a default flow';
  return { ok: false, failure: { errorType: 'CONDITION_ERROR', message } };
}
