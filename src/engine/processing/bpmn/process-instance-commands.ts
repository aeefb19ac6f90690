import { takenFlowKey } from '../../state/taken-flow-key.js';
import type { InternalRecord } from '../../state/record-codec.js';
import type { ElementInstance, ElementState } from '../../state/rows.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';
import { raiseIncident } from './behavior/incidents.js';
import { contextOf } from './behavior/contexts.js';
import { prepareLoopInstance } from './behavior/loop-variables.js';
import { transitionTo } from './behavior/transitions.js';
import type { ElementContext } from './element-processor.js';
import { elementProcessor } from './registry.js';

type ProcessInstanceCommand = InternalRecord<'PROCESS_INSTANCE'>;

/** ACTIVATE_ELEMENT: the element instance comes to be. */
export const activateElement: CommandProcessor<'PROCESS_INSTANCE'> = (work, command) => {
  const problem = cannotStart(work, command);
  if (problem !== undefined) {
    work.reject('INVALID_STATE', problem);
    return;
  }
  const key = command.key > 0 ? command.key : work.nextKey();
  const context = contextOf(work, key, command.value);
  transitionTo(work, context, 'ELEMENT_ACTIVATING');
  activate(work, context);
};

/** COMPLETE_ELEMENT: the element's work is done. */
export const completeElementCommand: CommandProcessor<'PROCESS_INSTANCE'> = (work, command) => {
  const instance = expectState(work, command, ['ELEMENT_ACTIVATED']);
  if (instance === undefined) return;
  const problem = cannotComplete(work, instance);
  if (problem !== undefined) {
    work.reject('INVALID_STATE', problem);
    return;
  }
  const context = contextOf(work, instance.key, instance.value);
  transitionTo(work, context, 'ELEMENT_COMPLETING');
  complete(work, context);
};

/** TERMINATE_ELEMENT: the element instance ends without having completed. */
export const terminateElement: CommandProcessor<'PROCESS_INSTANCE'> = (work, command) => {
  const instance = expectState(work, command, ['ELEMENT_ACTIVATING', 'ELEMENT_ACTIVATED', 'ELEMENT_COMPLETING']);
  if (instance === undefined) return;
  const context = contextOf(work, instance.key, instance.value);
  transitionTo(work, context, 'ELEMENT_TERMINATING');
  elementProcessor(context.element).onTerminate(work, context);
};

/** After an incident: the step that failed is tried again. */
export function retryStep(work: ProcessingContext, instance: ElementInstance): void {
  const context = contextOf(work, instance.key, instance.value);
  if (instance.state === 'ELEMENT_ACTIVATING') activate(work, context);
  else if (instance.state === 'ELEMENT_COMPLETING') complete(work, context);
}

function activate(work: ProcessingContext, context: ElementContext): void {
  const unprepared = context.element.loop && prepareLoopInstance(work, context, context.element.loop);
  const failure = unprepared ?? elementProcessor(context.element).onActivate(work, context);
  if (failure !== undefined) raiseIncident(work, context, failure);
}

function complete(work: ProcessingContext, context: ElementContext): void {
  const failure = elementProcessor(context.element).onComplete(work, context);
  if (failure !== undefined) raiseIncident(work, context, failure);
}

function cannotStart(work: ProcessingContext, command: ProcessInstanceCommand): string | undefined {
  const { value } = command;
  if (value.bpmnElementType === 'PROCESS') return undefined;
  const scope = work.state.elementInstances.find(value.flowScopeKey);
  if (scope?.state !== 'ELEMENT_ACTIVATED') {
    return `Expected flow scope instance with key '${value.flowScopeKey}' to be in state 'ELEMENT_ACTIVATED', but was '${scope?.state ?? 'not found'}'`;
  }
  if (isOpenFor(scope, value.elementId)) return cannotJoin(work, command);
  return `Expected flow scope instance with key '${value.flowScopeKey}' to be not interrupted, but was interrupted by '${scope.interruptedBy}'`;
}

/** A join is asked to start at each flow that is taken to it: it does when each of its incoming flows was taken. */
function cannotJoin(work: ProcessingContext, { value }: ProcessInstanceCommand): string | undefined {
  if (value.bpmnElementType !== 'PARALLEL_GATEWAY') return undefined;
  const { elementId, flowScopeKey, processDefinitionKey } = value;
  const incoming = work.models.takenIncoming(processDefinitionKey, elementId);
  if (incoming.every((flowId) => work.state.takenFlows.has(flowScopeKey, takenFlowKey(elementId, flowId)))) {
    return undefined;
  }
  return `Expected to be able to activate parallel gateway '${elementId}', but not all sequence flows have been taken.`;
}

/** The scope is being terminated or was interrupted: the element is terminated as soon as its turn comes. */
function cannotComplete(work: ProcessingContext, { value }: ElementInstance): string | undefined {
  if (value.flowScopeKey <= 0) return undefined;
  const scope = work.state.elementInstances.find(value.flowScopeKey);
  const expected = `Expected flow scope instance with key '${value.flowScopeKey}' to be`;
  if (scope?.state !== 'ELEMENT_ACTIVATED') return `${expected} active, but it is not`;
  return isOpenFor(scope, value.elementId)
    ? undefined
    : `${expected} not interrupted, but was interrupted by '${scope.interruptedBy}'`;
}

/** In a scope that was interrupted only what interrupted it goes on. */
function isOpenFor({ interruptedBy }: ElementInstance, elementId: string): boolean {
  return interruptedBy === undefined || interruptedBy === elementId;
}

function expectState(
  work: ProcessingContext,
  command: ProcessInstanceCommand,
  states: readonly ElementState[],
): ElementInstance | undefined {
  const instance = work.state.elementInstances.find(command.key);
  if (instance !== undefined && states.includes(instance.state)) return instance;
  const expected = states.length === 1 ? `'${states[0]}'` : `one of [${states.join(', ')}]`;
  const found = instance === undefined ? 'no element instance was found' : `it was '${instance.state}'`;
  work.reject(
    'INVALID_STATE',
    `Expected element instance with key '${command.key}' to be in state ${expected}, but ${found}`,
  );
  return undefined;
}
