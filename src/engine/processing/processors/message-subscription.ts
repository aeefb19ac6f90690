import type { MessageSubscriptionValue } from '../../protocol/value-types.js';
import { correlationId } from '../../state/correlation-id.js';
import type { MessageSubscriptionRow } from '../../state/rows.js';
import { findBuffered } from '../bpmn/behavior/message-start.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';
import { correlate, toProcessSide } from './message.js';

/** MESSAGE_SUBSCRIPTION CREATE: a message that waits already is taken at once. */
export const createMessageSubscription: CommandProcessor<'MESSAGE_SUBSCRIPTION'> = (work, command) => {
  const { value } = command;
  if (find(work, value) !== undefined) {
    work.command(-1, 'PROCESS_MESSAGE_SUBSCRIPTION', 'CREATE', toProcessSide(value));
    work.reject('INVALID_STATE', alreadyOpen(value));
    return;
  }
  const key = work.nextKey();
  work.event(key, 'MESSAGE_SUBSCRIPTION', 'CREATED', value);
  if (!correlateNext(work, key, value)) {
    work.command(-1, 'PROCESS_MESSAGE_SUBSCRIPTION', 'CREATE', toProcessSide(value));
  }
};

/** MESSAGE_SUBSCRIPTION CORRELATE: the process instance took the message. */
export const messageSubscriptionCorrelated: CommandProcessor<'MESSAGE_SUBSCRIPTION'> = (work, command) => {
  const row = find(work, command.value);
  if (row === undefined) {
    work.reject('NOT_FOUND', notFound('correlate', command.value));
    return;
  }
  work.event(row.key, 'MESSAGE_SUBSCRIPTION', 'CORRELATED', row.value);
  if (!row.value.interrupting) correlateNext(work, row.key, row.value);
};

/** MESSAGE_SUBSCRIPTION REJECT: the process instance no longer waited; another one of the process id may have the message. */
export const rejectMessageSubscription: CommandProcessor<'MESSAGE_SUBSCRIPTION'> = (work, command) => {
  const { messageKey, messageName, correlationKey, bpmnProcessId } = command.value;
  const row = find(work, command.value);
  work.event(row?.key ?? -1, 'MESSAGE_SUBSCRIPTION', 'REJECTED', command.value);
  const message = work.state.messages.find(messageKey);
  if (message === undefined) return;
  for (const [, other] of work.state.messageSubscriptions.entries(correlationId(messageName, correlationKey))) {
    if (other.correlating || other.value.bpmnProcessId !== bpmnProcessId) continue;
    correlate(work, other.key, { ...other.value, messageKey, variables: message.variables });
    return;
  }
};

/** MESSAGE_SUBSCRIPTION DELETE: the element instance stopped waiting. */
export const deleteMessageSubscription: CommandProcessor<'MESSAGE_SUBSCRIPTION'> = (work, command) => {
  const row = find(work, command.value);
  if (row === undefined) work.reject('NOT_FOUND', notFound('close', command.value));
  else work.event(row.key, 'MESSAGE_SUBSCRIPTION', 'DELETED', row.value);
  work.command(-1, 'PROCESS_MESSAGE_SUBSCRIPTION', 'DELETE', toProcessSide(command.value));
};

function correlateNext(work: ProcessingContext, key: number, value: MessageSubscriptionValue): boolean {
  const found = findBuffered(work, value.messageName, value.correlationKey, value.bpmnProcessId);
  if (found === undefined) return false;
  correlate(work, key, { ...value, messageKey: found.key, variables: found.message.variables });
  return true;
}

function find(work: ProcessingContext, value: MessageSubscriptionValue): MessageSubscriptionRow | undefined {
  const group = correlationId(value.messageName, value.correlationKey);
  for (const [, row] of work.state.messageSubscriptions.entries(group)) {
    if (row.value.elementInstanceKey === value.elementInstanceKey) return row;
  }
  return undefined;
}

function notFound(doing: string, { elementInstanceKey, messageName }: MessageSubscriptionValue): string {
  return `Expected to ${doing} message subscription for element with key '${elementInstanceKey}' and message name '${messageName}', but no such message subscription exists`;
}

function alreadyOpen({ elementInstanceKey, messageName }: MessageSubscriptionValue): string {
  return `Expected to open a new message subscription for element with key '${elementInstanceKey}' and message name '${messageName}', but there is already a message subscription for that element key and message name opened`;
}
