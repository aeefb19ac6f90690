/** What a process definition's start events wait for. Only the latest version of a process does. */
import { evaluateString } from '../../feel/evaluate-as.js';
import type { ExecutableProcess, StartEventElement } from '../../model/executable.js';
import { DEFAULT_TENANT } from '../../protocol/record.js';
import { keyText } from '../../state/correlation-id.js';
import { closeSignalSubscriptions } from '../bpmn/behavior/event-subscriptions.js';
import { expressionContext } from '../bpmn/behavior/expression-context.js';
import type { ProcessingContext } from '../processing-context.js';

/** Opens the subscriptions to messages and signals. */
export function openStartSubscriptions(work: ProcessingContext, processDefinitionKey: number): void {
  const process = work.models.get(processDefinitionKey);
  for (const start of startEventsOf(process)) {
    if (start.trigger.type !== 'message' && start.trigger.type !== 'signal') continue;
    const definition = start.trigger.type === 'message' ? start.trigger.message : start.trigger.signal;
    const name = evaluateString(definition.name, expressionContext(work, -1));
    if (!name.ok) continue;
    if (start.trigger.type === 'message') openMessage(work, processDefinitionKey, process, start.id, name.value);
    else openSignal(work, processDefinitionKey, process, start.id, name.value);
  }
}

/** Closes them: another version takes over, or there is none any more. */
export function closeStartSubscriptions(work: ProcessingContext, processDefinitionKey: number): void {
  for (const [key, name] of Array.from(work.state.startSubscriptionsByProcess.entries(processDefinitionKey))) {
    const subscription = work.state.startSubscriptions.find(keyText(name), key);
    if (subscription !== undefined) work.event(key, 'MESSAGE_START_EVENT_SUBSCRIPTION', 'DELETED', subscription.value);
  }
  closeSignalSubscriptions(work, processDefinitionKey);
}

/** In Zeebe's order: what is written last in the XML comes first. */
export function startEventsOf(process: ExecutableProcess): StartEventElement[] {
  return process.root.startEventIds
    .map((id) => process.elements.get(id))
    .filter((element): element is StartEventElement => element?.kind === 'start-event')
    .reverse();
}

function openMessage(
  work: ProcessingContext,
  processDefinitionKey: number,
  { bpmnProcessId }: ExecutableProcess,
  startEventId: string,
  messageName: string,
): void {
  work.event(work.nextKey(), 'MESSAGE_START_EVENT_SUBSCRIPTION', 'CREATED', {
    processDefinitionKey,
    bpmnProcessId,
    startEventId,
    messageName,
    messageKey: -1,
    correlationKey: '',
    processInstanceKey: -1,
    variables: {},
    tenantId: DEFAULT_TENANT,
  });
}

function openSignal(
  work: ProcessingContext,
  processDefinitionKey: number,
  { bpmnProcessId }: ExecutableProcess,
  catchEventId: string,
  signalName: string,
): void {
  work.event(work.nextKey(), 'SIGNAL_SUBSCRIPTION', 'CREATED', {
    signalName,
    processDefinitionKey,
    bpmnProcessId,
    catchEventId,
    catchEventInstanceKey: -1,
    tenantId: DEFAULT_TENANT,
  });
}
