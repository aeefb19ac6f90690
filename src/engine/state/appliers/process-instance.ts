import { takenFlowKey } from '../taken-flow-key.js';
import type { BpmnElementType } from '../../protocol/bpmn-element-type.js';
import type { ProcessInstanceValue } from '../../protocol/value-types.js';
import { correlationId } from '../correlation-id.js';
import { updateInstance } from '../element-instances.js';
import type { EngineState } from '../engine-state.js';
import type { ElementInstance, ElementState, LoopState } from '../rows.js';
import type { Applier, AppliersOf } from './applier.js';

function moveTo(elementState: ElementState): Applier<'PROCESS_INSTANCE'> {
  return (state, key) => updateInstance(state, key, { state: elementState });
}

/** Sequence flows that led to the element are used up by its activation. Answers the loop that it belongs to, as it was. */
function consumeFlows(state: EngineState, value: ProcessInstanceValue): LoopState | undefined {
  const scope = state.elementInstances.find(value.flowScopeKey);
  if (scope === undefined) return undefined;
  const incoming = state.graphs.takenIncoming(value.processDefinitionKey, value.elementId);
  const joins = value.bpmnElementType === 'PARALLEL_GATEWAY';
  const isReached = incoming.length > 0 || value.bpmnEventType === 'LINK';
  const consumed = joins ? incoming.length : Number(isReached);
  if (joins) for (const flowId of incoming) consumeTakenFlow(state, value, flowId);
  const activeFlows = Math.max(0, scope.activeFlows - consumed);
  const changed = { ...scope, children: scope.children + 1, activeFlows };
  state.elementInstances.put(scope.key, scope.loop ? countInLoop(changed, scope.loop, 'started') : changed);
  return scope.loop;
}

function countInLoop(body: ElementInstance, loop: LoopState, what: keyof LoopState): ElementInstance {
  return { ...body, loop: { ...loop, [what]: loop[what] + 1 } };
}

function consumeTakenFlow(state: EngineState, { flowScopeKey, elementId }: ProcessInstanceValue, flowId: string): void {
  const key = takenFlowKey(elementId, flowId);
  const count = state.takenFlows.find(flowScopeKey, key) ?? 0;
  if (count > 1) state.takenFlows.put(flowScopeKey, key, count - 1);
  else state.takenFlows.remove(flowScopeKey, key);
}

function end(how: 'completed' | 'terminated'): Applier<'PROCESS_INSTANCE'> {
  return (state, key, value) => remove(state, key, value, how);
}

function remove(state: EngineState, key: number, value: ProcessInstanceValue, how: 'completed' | 'terminated'): void {
  state.elementInstances.remove(key);
  state.variables.removeGroup(key);
  state.eventTriggers.removeGroup(key);
  if (isScope(value)) state.takenFlows.removeGroup(key);
  const scope = state.elementInstances.find(value.flowScopeKey);
  if (scope !== undefined) {
    state.children.remove(scope.key, key);
    const changed = { ...scope, children: scope.children - 1 };
    state.elementInstances.put(scope.key, scope.loop ? countInLoop(changed, scope.loop, how) : changed);
  }
  if (value.bpmnElementType === 'PROCESS') endCorrelation(state, key);
}

const SCOPES = new Set<BpmnElementType>(['PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS', 'MULTI_INSTANCE_BODY']);

function isScope({ bpmnElementType }: ProcessInstanceValue): boolean {
  return SCOPES.has(bpmnElementType);
}

const NOTHING_STARTED: LoopState = { started: 0, completed: 0, terminated: 0 };

function endCorrelation(state: EngineState, processInstanceKey: number): void {
  const correlated = state.correlatedInstances.find(processInstanceKey);
  if (correlated === undefined) return;
  state.correlatedInstances.remove(processInstanceKey);
  state.activeCorrelations.remove(correlationId(correlated.bpmnProcessId, correlated.correlationKey));
}

/** Between the two link events the scope is as active as with a flow that was taken. */
function takeLink(state: EngineState, { flowScopeKey }: ProcessInstanceValue): void {
  const scope = state.elementInstances.find(flowScopeKey);
  if (scope !== undefined) state.elementInstances.put(scope.key, { ...scope, activeFlows: scope.activeFlows + 1 });
}

const complete = end('completed');

/** What was on its way in the scope when it was interrupted is gone. */
function takeScope(state: EngineState, { flowScopeKey, elementId }: ProcessInstanceValue): void {
  const scope = state.elementInstances.find(flowScopeKey);
  if (scope?.interruptedBy === elementId) state.elementInstances.put(scope.key, { ...scope, activeFlows: 0 });
}

/** The start event of an event sub-process takes over what the scope around that has caught. */
function takeTrigger(state: EngineState, key: number, { flowScopeKey }: ProcessInstanceValue): void {
  const scope = state.elementInstances.find(flowScopeKey);
  if (scope?.value.bpmnElementType !== 'EVENT_SUB_PROCESS') return;
  for (const [eventKey, trigger] of state.eventTriggers.entries(scope.parentKey)) {
    state.eventTriggers.remove(scope.parentKey, eventKey);
    state.eventTriggers.put(key, eventKey, trigger);
    return;
  }
}

export const processInstanceAppliers: AppliersOf<'PROCESS_INSTANCE'> = {
  ELEMENT_ACTIVATING(state, key, value) {
    // A process instance's variables are there before it is.
    if (value.bpmnElementType !== 'PROCESS') state.variables.createGroup(key);
    state.eventTriggers.createGroup(key);
    if (isScope(value)) {
      state.children.createGroup(key);
      state.takenFlows.createGroup(key);
    }
    const around = consumeFlows(state, value);
    const instance: ElementInstance = {
      key,
      state: 'ELEMENT_ACTIVATING',
      value,
      parentKey: value.flowScopeKey,
      children: 0,
      activeFlows: 0,
      jobKey: -1,
      calledInstanceKey: -1,
      interruptedBy: undefined,
    };
    const isBody = value.bpmnElementType === 'MULTI_INSTANCE_BODY';
    if (isBody) state.elementInstances.insert(key, { ...instance, loop: NOTHING_STARTED });
    else state.elementInstances.insert(key, around ? { ...instance, loopCounter: around.started + 1 } : instance);
    if (value.flowScopeKey > 0) state.children.put(value.flowScopeKey, key, 1);
    if (value.parentElementInstanceKey > 0 && value.bpmnElementType === 'PROCESS') {
      updateInstance(state, value.parentElementInstanceKey, { calledInstanceKey: key });
    }
    if (value.bpmnElementType === 'EVENT_SUB_PROCESS') takeScope(state, value);
    else if (value.bpmnElementType === 'START_EVENT') takeTrigger(state, key, value);
    if (value.bpmnElementType === 'END_EVENT' && value.bpmnEventType === 'TERMINATE') {
      updateInstance(state, value.flowScopeKey, { interruptedBy: value.elementId, activeFlows: 0 });
      state.takenFlows.removeGroup(value.flowScopeKey);
    }
  },
  ELEMENT_ACTIVATED: moveTo('ELEMENT_ACTIVATED'),
  ELEMENT_COMPLETING: moveTo('ELEMENT_COMPLETING'),
  ELEMENT_COMPLETED(state, key, value) {
    if (value.bpmnEventType === 'LINK' && value.bpmnElementType === 'INTERMEDIATE_THROW_EVENT') takeLink(state, value);
    complete(state, key, value);
  },
  ELEMENT_TERMINATING(state, key) {
    updateInstance(state, key, { state: 'ELEMENT_TERMINATING', activeFlows: 0 });
  },
  ELEMENT_TERMINATED: end('terminated'),
  SEQUENCE_FLOW_TAKEN(state, _key, value) {
    const scope = state.elementInstances.find(value.flowScopeKey);
    if (scope === undefined) return;
    state.elementInstances.put(scope.key, { ...scope, activeFlows: scope.activeFlows + 1 });
    const target = state.graphs.flowTarget(value.processDefinitionKey, value.elementId);
    if (target.elementType !== 'PARALLEL_GATEWAY') return;
    const key = takenFlowKey(target.id, value.elementId);
    state.takenFlows.put(scope.key, key, (state.takenFlows.find(scope.key, key) ?? 0) + 1);
  },
};
