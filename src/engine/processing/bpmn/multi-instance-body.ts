import type { MultiInstanceElement } from '../../model/executable.js';
import { hasNoActivePath } from '../../state/element-instances.js';
import type { ProcessingContext } from '../processing-context.js';
import { subscribeToBoundaryEvents } from './behavior/activity.js';
import { completeCompensationHandler, createCompensationSubscription } from './behavior/compensation.js';
import { endTermination } from './behavior/ending.js';
import { unsubscribeFromEvents } from './behavior/event-subscriptions.js';
import { resolveIncidents } from './behavior/incidents.js';
import { collectOutput, isLoopEnough, readInputCollection } from './behavior/loop-variables.js';
import {
  activated,
  activateInner,
  completed,
  completeElement,
  takeOutgoingFlows,
  terminateChildren,
} from './behavior/transitions.js';
import { propagateVariables, setLocalVariables } from './behavior/variables.js';
import type { ContainerProcessor, ElementContext } from './element-processor.js';

type BodyContext = ElementContext<MultiInstanceElement>;

/** Carries its activity out for each item of a list, one after another or all at once. */
export const multiInstanceBody: ContainerProcessor<MultiInstanceElement> = {
  onActivate(work, context) {
    const items = readInputCollection(work, context.element.characteristics, context.key);
    if (!items.ok) return items.failure;
    const unsubscribed = subscribeToBoundaryEvents(work, context);
    if (unsubscribed !== undefined) return unsubscribed;
    activated(work, context);
    startLoop(work, context, items.value.length);
    return undefined;
  },
  onComplete(work, context) {
    unsubscribeFromEvents(work, context);
    const { outputCollection } = context.element.characteristics;
    const output = outputCollection && work.state.variables.find(context.key, outputCollection);
    if (outputCollection && output) {
      propagateVariables(work, context.value.flowScopeKey, context.value, { [outputCollection]: output.value });
    }
    createCompensationSubscription(work, context);
    const failure = completed(work, context);
    if (failure !== undefined) return failure;
    completeCompensationHandler(work, context);
    takeOutgoingFlows(work, context);
    return undefined;
  },
  onTerminate(work, context) {
    unsubscribeFromEvents(work, context);
    if (!terminateChildren(work, context)) endBody(work, context);
  },
  beforeChildCompleted(work, context, child) {
    const { characteristics } = context.element;
    const failure = collectOutput(work, context, child);
    if (failure !== undefined) return failure;
    const isEnough = isLoopEnough(work, characteristics, child);
    if (!isEnough.ok) return isEnough.failure;
    const items = readInputCollection(work, characteristics, context.key);
    return items.ok ? isEnough.value : items.failure;
  },
  onChildCompleted(work, context, isEnough) {
    const { sequential } = context.element.characteristics;
    if (isEnough === true) {
      const isTerminating = terminateChildren(work, context);
      if (sequential || !isTerminating) completeElement(work, context);
      return;
    }
    // It was readable before the child completed, which took nothing away that the list is read from.
    const items = readInputCollection(work, context.element.characteristics, context.key);
    const instance = work.state.elementInstances.get(context.key);
    if (!items.ok || instance.loop === undefined) throw new Error(`Expected ${context.element.id} to have its list`);
    const { started, completed: done, terminated } = instance.loop;
    if (sequential && started < items.value.length) activateInner(work, context);
    else if (hasNoActivePath(instance) && done + terminated === items.value.length) completeElement(work, context);
  },
  onChildTerminated(work, context) {
    const instance = work.state.elementInstances.get(context.key);
    if (!hasNoActivePath(instance)) return;
    if (instance.state === 'ELEMENT_TERMINATING') endBody(work, context);
    else completeElement(work, context);
  },
};

function startLoop(work: ProcessingContext, context: BodyContext, size: number): void {
  const { outputCollection, sequential } = context.element.characteristics;
  if (outputCollection !== undefined) {
    setLocalVariables(work, context.key, context.value, { [outputCollection]: new Array(size).fill(null) });
  }
  if (size === 0) {
    completeElement(work, context);
  } else if (sequential) {
    activateInner(work, context);
  } else {
    const { processInstanceKey, tenantId } = context.value;
    const value = { processInstanceKey, batchElementInstanceKey: context.key, index: size, tenantId };
    work.command(work.nextKey(), 'PROCESS_INSTANCE_BATCH', 'ACTIVATE', value);
  }
}

function endBody(work: ProcessingContext, context: BodyContext): void {
  resolveIncidents(work, context.key);
  endTermination(work, context);
}
