import type { MessageRow, MessageStartSubscriptionRow, CorrelatedInstanceRow } from '../../../state/rows.js';
import { correlationId, keyText } from '../../../state/correlation-id.js';
import type { ProcessingContext } from '../../processing-context.js';
import { startByEvent } from './start-by-event.js';

/** A message starts an instance of the process whose start event waits for it. */
export function startByMessage(
  work: ProcessingContext,
  subscription: MessageStartSubscriptionRow,
  messageKey: number,
  message: MessageRow,
): void {
  const { processDefinitionKey, startEventId } = subscription.value;
  const processInstanceKey = work.nextKey();
  const { correlationKey, variables } = message;
  work.event(subscription.key, 'MESSAGE_START_EVENT_SUBSCRIPTION', 'CORRELATED', {
    ...subscription.value,
    messageKey,
    correlationKey,
    processInstanceKey,
    variables,
  });
  startByEvent(work, processDefinitionKey, processInstanceKey, startEventId, variables);
}

/** The process id and correlation key that the instance stands for, if a message with a key started it. */
export function findCorrelation(
  work: ProcessingContext,
  processInstanceKey: number,
): CorrelatedInstanceRow | undefined {
  return work.state.correlatedInstances.find(processInstanceKey);
}

/** The instance for a correlation key has ended: the oldest message that waits for the key starts the next. */
export function startNextForCorrelation(
  work: ProcessingContext,
  { bpmnProcessId, correlationKey }: CorrelatedInstanceRow,
): void {
  const processKey = work.state.processVersions.last(bpmnProcessId);
  if (processKey === undefined || work.state.activeCorrelations.has(correlationId(bpmnProcessId, correlationKey)))
    return;
  let oldest: { key: number; message: MessageRow; subscription: MessageStartSubscriptionRow } | undefined;
  for (const [key, name] of work.state.startSubscriptionsByProcess.entries(processKey)) {
    const subscription = work.state.startSubscriptions.find(keyText(name), key);
    const message = findBuffered(work, name, correlationKey, bpmnProcessId);
    if (subscription === undefined || message === undefined) continue;
    if (oldest === undefined || message.key < oldest.key) oldest = { ...message, subscription };
  }
  if (oldest !== undefined) startByMessage(work, oldest.subscription, oldest.key, oldest.message);
}

/** The oldest buffered message of name and key that the process id has not had and whose time is not over. */
export function findBuffered(
  work: ProcessingContext,
  name: string,
  correlationKey: string,
  bpmnProcessId: string,
): { key: number; message: MessageRow } | undefined {
  for (const [key] of work.state.messagesByCorrelation.entries(correlationId(name, correlationKey))) {
    const message = work.state.messages.get(key);
    if (message.deadline <= work.now) continue;
    if (!work.state.correlatedProcesses.has(key, keyText(bpmnProcessId))) return { key, message };
  }
  return undefined;
}
