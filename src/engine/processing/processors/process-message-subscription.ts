import type { ProcessMessageSubscriptionValue } from '../../protocol/value-types.js';
import { keyText } from '../../state/correlation-id.js';
import type { ElementInstance, ProcessMessageSubscriptionRow } from '../../state/rows.js';
import { canTrigger, triggerElement } from '../bpmn/behavior/event-triggers.js';
import { getElement } from '../models.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';

/** PROCESS_MESSAGE_SUBSCRIPTION CREATE: the subscription is open. */
export const openProcessMessageSubscription: CommandProcessor<'PROCESS_MESSAGE_SUBSCRIPTION'> = (work, command) => {
  const row = find(work, command.value);
  if (row?.state === 'CREATING') work.event(row.key, 'PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED', row.value);
  else work.reject(row === undefined ? 'NOT_FOUND' : 'INVALID_STATE', unexpected('create', command.value, row));
};

/** PROCESS_MESSAGE_SUBSCRIPTION CORRELATE: the element instance takes the message, if it still waits. */
export const correlateProcessMessage: CommandProcessor<'PROCESS_MESSAGE_SUBSCRIPTION'> = (work, command) => {
  const { messageKey, variables } = command.value;
  const row = find(work, command.value);
  const instance = row && work.state.elementInstances.find(row.value.elementInstanceKey);
  const { elementId: _, ...back } = command.value;
  if (row === undefined || row.state === 'CLOSING' || instance === undefined || !waits(work, instance, row)) {
    work.reject(row === undefined ? 'NOT_FOUND' : 'INVALID_STATE', unexpected('correlate', command.value, row));
    work.command(-1, 'MESSAGE_SUBSCRIPTION', 'REJECT', { ...back, interrupting: false, variables: {} });
    return;
  }
  work.event(row.key, 'PROCESS_MESSAGE_SUBSCRIPTION', 'CORRELATED', { ...row.value, messageKey, variables });
  const process = work.models.get(instance.value.processDefinitionKey);
  triggerElement(work, instance, getElement(process, row.value.elementId), variables);
  work.command(-1, 'MESSAGE_SUBSCRIPTION', 'CORRELATE', back);
};

function waits(work: ProcessingContext, instance: ElementInstance, row: ProcessMessageSubscriptionRow): boolean {
  const process = work.models.get(instance.value.processDefinitionKey);
  return canTrigger(work, instance, getElement(process, row.value.elementId));
}

/** PROCESS_MESSAGE_SUBSCRIPTION DELETE: the other side has closed it. */
export const deleteProcessMessageSubscription: CommandProcessor<'PROCESS_MESSAGE_SUBSCRIPTION'> = (work, command) => {
  const row = find(work, command.value);
  if (row === undefined) work.reject('NOT_FOUND', unexpected('delete', command.value, row));
  else work.event(row.key, 'PROCESS_MESSAGE_SUBSCRIPTION', 'DELETED', row.value);
};

function find(
  work: ProcessingContext,
  { elementInstanceKey, messageName }: ProcessMessageSubscriptionValue,
): ProcessMessageSubscriptionRow | undefined {
  return work.state.processMessageSubscriptions.find(elementInstanceKey, keyText(messageName));
}

function unexpected(
  doing: string,
  { elementInstanceKey, messageName }: ProcessMessageSubscriptionValue,
  row: ProcessMessageSubscriptionRow | undefined,
): string {
  const found = row === undefined ? 'no such subscription was found' : `it is in state '${row.state}'`;
  return `Expected to ${doing} subscription for element with key '${elementInstanceKey}' and message name '${messageName}', but ${found}`;
}
