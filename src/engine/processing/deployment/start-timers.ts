/** The timers of a process definition's start events. Only the latest version of a process has any. */
import { DEFAULT_TENANT } from '../../protocol/record.js';
import type { TimerValue } from '../../protocol/value-types.js';
import { evaluateTimer } from '../bpmn/behavior/event-subscriptions.js';
import type { ProcessingContext } from '../processing-context.js';
import { startEventsOf } from './start-subscriptions.js';

/** Sets them, counted from now. */
export function openStartTimers(work: ProcessingContext, processDefinitionKey: number): void {
  for (const start of startEventsOf(work.models.get(processDefinitionKey))) {
    if (start.trigger.type !== 'timer') continue;
    const timer = evaluateTimer(work, -1, start.trigger);
    if (typeof timer === 'string') throw new Error(`Expected the timer of ${start.id} to evaluate again: ${timer}`);
    createStartTimer(work, processDefinitionKey, start.id, { processInstanceKey: -1, ...timer });
  }
}

/** Takes them back: another version takes over, or there is none any more. */
export function closeStartTimers(work: ProcessingContext, processDefinitionKey: number): void {
  for (const key of work.state.timersByElement.keys(processDefinitionKey)) {
    work.event(key, 'TIMER', 'CANCELED', work.state.timers.get(key));
  }
}

/** @param timer of one that is set again, `processInstanceKey` is the instance that began with it before, as in Zeebe */
export function createStartTimer(
  work: ProcessingContext,
  processDefinitionKey: number,
  targetElementId: string,
  timer: Pick<TimerValue, 'processInstanceKey' | 'dueDate' | 'repetitions'>,
): void {
  work.event(work.nextKey(), 'TIMER', 'CREATED', {
    ...timer,
    elementInstanceKey: -1,
    targetElementId,
    processDefinitionKey,
    tenantId: DEFAULT_TENANT,
  });
}
