import type { TimerValue } from '../../protocol/value-types.js';
import { dueDateOfCycle, evaluateCycle } from '../../feel/evaluate-as.js';
import { isActive } from '../../state/element-instances.js';
import type { ElementInstance } from '../../state/rows.js';
import { contextOfInstance } from '../bpmn/behavior/contexts.js';
import { createTimer } from '../bpmn/behavior/event-subscriptions.js';
import { triggerElement } from '../bpmn/behavior/event-triggers.js';
import { expressionContext } from '../bpmn/behavior/expression-context.js';
import { getElement } from '../models.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';

/** TIMER TRIGGER: it is due; a repeating one is set again. */
export const triggerTimer: CommandProcessor<'TIMER'> = (work, command) => {
  const timer = work.state.timers.find(command.key);
  if (timer === undefined) {
    work.reject('NOT_FOUND', `Expected to trigger timer with key '${command.key}', but no such timer was found`);
    return;
  }
  const instance = work.state.elementInstances.find(timer.elementInstanceKey);
  if (instance === undefined || !isActive(instance)) {
    const reason = `Expected to trigger a timer with key '${command.key}', but the timer's element instance is not active`;
    work.reject('INVALID_STATE', reason);
    return;
  }
  work.event(command.key, 'TIMER', 'TRIGGERED', timer);
  const target = getElement(work.models.get(timer.processDefinitionKey), timer.targetElementId);
  triggerElement(work, instance, target, {});
  if (timer.repetitions === -1 || timer.repetitions > 1) setAgain(work, timer, instance);
};

function setAgain(work: ProcessingContext, timer: TimerValue, instance: ElementInstance): void {
  const context = contextOfInstance(work, instance);
  const target = getElement(context.process, timer.targetElementId);
  if (target.kind !== 'boundary-event' || target.trigger.type !== 'timer') return;
  const cycle = evaluateCycle(target.trigger.expression, expressionContext(work, instance.key));
  if (!cycle.ok) throw new Error(`Expected the timer of ${target.id} to evaluate again: ${cycle.failure}`);
  const repetitions = timer.repetitions === -1 ? -1 : timer.repetitions - 1;
  createTimer(work, context, {
    elementId: target.id,
    repetitions,
    dueDate: dueDateOfCycle(cycle.value, timer.dueDate),
  });
}
