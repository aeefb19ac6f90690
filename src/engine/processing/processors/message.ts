import { DEFAULT_TENANT } from '../../protocol/record.js';
import type { MessageSubscriptionValue } from '../../protocol/value-types.js';
import { correlationId, keyText } from '../../state/correlation-id.js';
import type { MessageRow } from '../../state/rows.js';
import { startByMessage } from '../bpmn/behavior/message-start.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';

/**
 * MESSAGE PUBLISH: goes to each process id at most once, to an instance that waits for it or as a new instance; is kept for
 * its time to live for those that come to wait later.
 */
export const publishMessage: CommandProcessor<'MESSAGE'> = (work, command) => {
  const { name, correlationKey, messageId, timeToLive } = command.value;
  if (messageId !== '' && work.state.messageIds.has(correlationId(name, correlationKey), keyText(messageId))) {
    const reason = `Expected to publish a new message with id '${messageId}', but a message with that id was already published`;
    work.reject('ALREADY_EXISTS', reason);
    return;
  }
  const key = work.nextKey();
  const message: MessageRow = { ...command.value, deadline: work.now + timeToLive };
  work.answer(work.event(key, 'MESSAGE', 'PUBLISHED', message));
  const reached = correlateToSubscriptions(work, key, message);
  correlateToStartEvents(work, key, message, reached);
  if (timeToLive <= 0) work.event(key, 'MESSAGE', 'EXPIRED', message);
};

function correlateToSubscriptions(work: ProcessingContext, messageKey: number, message: MessageRow): Set<string> {
  const reached = new Set<string>();
  const { name, correlationKey, variables } = message;
  const subscriptions = Array.from(work.state.messageSubscriptions.entries(correlationId(name, correlationKey)));
  const chosen = subscriptions.filter(([, row]) => {
    if (row.correlating || reached.has(row.value.bpmnProcessId)) return false;
    reached.add(row.value.bpmnProcessId);
    return true;
  });
  for (const [, row] of chosen) correlate(work, row.key, { ...row.value, messageKey, variables });
  return reached;
}

/** MESSAGE_SUBSCRIPTION CORRELATING, and the word to the process instance. */
export function correlate(work: ProcessingContext, key: number, value: MessageSubscriptionValue): void {
  work.event(key, 'MESSAGE_SUBSCRIPTION', 'CORRELATING', value);
  work.command(-1, 'PROCESS_MESSAGE_SUBSCRIPTION', 'CORRELATE', toProcessSide(value));
}

/** The same subscription as the process instance's side names it; which element waits, that side knows. */
export function toProcessSide<T extends object>(value: T): T & { elementId: string } {
  return { ...value, elementId: '' };
}

function correlateToStartEvents(work: ProcessingContext, key: number, message: MessageRow, reached: Set<string>): void {
  const { correlationKey } = message;
  for (const [, subscription] of Array.from(work.state.startSubscriptions.entries(keyText(message.name)))) {
    const { bpmnProcessId } = subscription.value;
    if (reached.has(bpmnProcessId)) continue;
    const running = work.state.activeCorrelations.has(correlationId(bpmnProcessId, correlationKey));
    if (correlationKey !== '' && running) continue;
    reached.add(bpmnProcessId);
    startByMessage(work, subscription, key, message);
  }
}

/** MESSAGE EXPIRE: its time to live is over. */
export const expireMessage: CommandProcessor<'MESSAGE'> = (work, command) => {
  if (!work.state.messages.has(command.key)) {
    work.reject('NOT_FOUND', `Expected to expire message with key '${command.key}', but no such message was found`);
    return;
  }
  // Zeebe's event names nothing but the key.
  work.event(command.key, 'MESSAGE', 'EXPIRED', NO_MESSAGE);
};

const NO_MESSAGE: MessageRow = {
  name: '',
  correlationKey: '',
  messageId: '',
  timeToLive: -1,
  deadline: -1,
  variables: {},
  tenantId: DEFAULT_TENANT,
};
