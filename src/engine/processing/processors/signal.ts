import { keyText } from '../../state/correlation-id.js';
import type { SignalSubscriptionRow } from '../../state/rows.js';
import type { Variables } from '../../protocol/value-types.js';
import { canTrigger, triggerElement } from '../bpmn/behavior/event-triggers.js';
import { startByEvent } from '../bpmn/behavior/start-by-event.js';
import { getElement } from '../models.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';

/** SIGNAL BROADCAST: everyone who waits for the name now gets it; it is not kept for those who come later. */
export const broadcastSignal: CommandProcessor<'SIGNAL'> = (work, command) => {
  const { signalName, variables } = command.value;
  work.answer(work.event(work.nextKey(), 'SIGNAL', 'BROADCASTED', command.value));
  const subscriptions = Array.from(work.state.signalSubscriptions.entries(keyText(signalName)));
  for (const [, subscription] of subscriptions) deliver(work, subscription, variables);
};

function deliver(work: ProcessingContext, { value }: SignalSubscriptionRow, variables: Variables): void {
  const { catchEventInstanceKey, catchEventId, processDefinitionKey } = value;
  if (catchEventInstanceKey <= 0) {
    startByEvent(work, processDefinitionKey, work.nextKey(), catchEventId, variables);
    return;
  }
  const instance = work.state.elementInstances.find(catchEventInstanceKey);
  if (instance === undefined) return;
  const event = getElement(work.models.get(instance.value.processDefinitionKey), catchEventId);
  if (canTrigger(work, instance, event)) triggerElement(work, instance, event, variables);
}
