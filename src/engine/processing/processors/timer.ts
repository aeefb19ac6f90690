import type { TimerValue } from '../../protocol/value-types.js';
import { evaluateCycle, nextDueDateOfCycle } from '../../feel/evaluate-as.js';
import type { ExecutableElement } from '../../model/executable.js';
import { contextOfInstance } from '../bpmn/behavior/contexts.js';
import { createTimer } from '../bpmn/behavior/event-subscriptions.js';
import { canTrigger, triggerElement } from '../bpmn/behavior/event-triggers.js';
import { expressionContext } from '../bpmn/behavior/expression-context.js';
import { startByEvent } from '../bpmn/behavior/start-by-event.js';
import { createStartTimer } from '../deployment/start-timers.js';
import { getElement } from '../models.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';

/** TIMER TRIGGER: it is due; a repeating one is set again. */
export const triggerTimer: CommandProcessor<'TIMER'> = (work, command) => {
  const timer = work.state.timers.find(command.key);
  if (timer === undefined) {
    work.reject('NOT_FOUND', `Expected to trigger timer with key '${command.key}', but no such timer was found`);
    return;
  }
  if (timer.elementInstanceKey <= 0) {
    triggerStartTimer(work, command.key, timer);
    return;
  }
  const instance = work.state.elementInstances.find(timer.elementInstanceKey);
  const target = getElement(work.models.get(timer.processDefinitionKey), timer.targetElementId);
  if (instance === undefined || !canTrigger(work, instance, target)) {
    const reason = `Expected to trigger a timer with key '${command.key}', but the timer's element instance is not active`;
    work.reject('INVALID_STATE', reason);
    return;
  }
  work.event(command.key, 'TIMER', 'TRIGGERED', timer);
  triggerElement(work, instance, target, {});
  const again = findNext(work, timer, target, instance.key);
  if (again === undefined) return;
  createTimer(work, contextOfInstance(work, instance), { elementId: target.id, ...again });
};

/** The timer of a start event: a process instance begins with it. */
function triggerStartTimer(work: ProcessingContext, key: number, timer: TimerValue): void {
  const { processDefinitionKey, targetElementId } = timer;
  const processInstanceKey = work.nextKey();
  work.event(key, 'TIMER', 'TRIGGERED', { ...timer, processInstanceKey });
  startByEvent(work, processDefinitionKey, processInstanceKey, targetElementId, {});
  const target = getElement(work.models.get(processDefinitionKey), targetElementId);
  const again = findNext(work, timer, target, -1);
  if (again !== undefined)
    createStartTimer(work, processDefinitionKey, targetElementId, { processInstanceKey, ...again });
}

/** When a repeating timer is due again; undefined when it is not. */
function findNext(
  work: ProcessingContext,
  timer: TimerValue,
  target: ExecutableElement,
  scopeKey: number,
): Pick<TimerValue, 'dueDate' | 'repetitions'> | undefined {
  if (timer.repetitions !== -1 && timer.repetitions <= 1) return undefined;
  if (!('trigger' in target) || target.trigger.type !== 'timer') return undefined;
  const cycle = evaluateCycle(target.trigger.expression, expressionContext(work, scopeKey));
  if (!cycle.ok) throw new Error(`Expected the timer of ${target.id} to evaluate again: ${cycle.failure}`);
  const repetitions = timer.repetitions === -1 ? -1 : timer.repetitions - 1;
  return { repetitions, dueDate: nextDueDateOfCycle(cycle.value, timer.dueDate, work.now) };
}
