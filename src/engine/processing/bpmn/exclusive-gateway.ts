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
  | { readonly ok: true; readonly flow: SequenceFlowElement | undefined }
  | { readonly ok: false; readonly failure: Failure };

/** Takes the first outgoing flow whose condition holds, else the default flow. */
export const exclusiveGateway: ElementProcessor<GatewayElement> = {
  onActivate(work, context) {
    const choice = chooseFlow(work, context);
    if (!choice.ok) return choice.failure;
    completeAtOnce(work, context);
    if (choice.flow !== undefined) takeFlow(work, context, choice.flow);
    return undefined;
  },
  onComplete: passesAtOnce,
  onTerminate: terminateLeaf,
};

/** Gateways complete within their activation: there is never a completion to process. */
export function passesAtOnce(_work: ProcessingContext, { element }: ElementContext): never {
  throw new Error(`Expected ${element.elementType} ${element.id} to have completed at its activation`);
}

function chooseFlow(work: ProcessingContext, context: ElementContext<GatewayElement>): Choice {
  const flows = elementsOf<SequenceFlowElement>(context, context.element.outgoing, 'sequence-flow');
  const [only] = flows;
  if (flows.length === 0) return { ok: true, flow: undefined };
  if (flows.length === 1 && only?.condition === undefined) return { ok: true, flow: only };
  const scope = expressionContext(work, context.value.flowScopeKey);
  for (const flow of flows) {
    if (flow.condition === undefined || flow.id === context.element.defaultFlowId) continue;
    const holds = evaluateBoolean(flow.condition, scope);
    if (!holds.ok) {
      return { ok: false, failure: { errorType: 'EXTRACT_VALUE_ERROR', message: holds.failure } };
    }
    if (holds.value) return { ok: true, flow };
  }
  return defaultFlow(context);
}

function defaultFlow({ element, process }: ElementContext<GatewayElement>): Choice {
  const flow = element.defaultFlowId === undefined ? undefined : getElement(process, element.defaultFlowId);
  if (flow?.kind === 'sequence-flow') return { ok: true, flow };
  const message = 'Expected at least one condition to evaluate to true, or to have a default flow';
  return { ok: false, failure: { errorType: 'CONDITION_ERROR', message } };
}
