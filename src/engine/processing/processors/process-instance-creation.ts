import type { RejectionType } from '../../protocol/record.js';
import type { ProcessInstanceCreationValue } from '../../protocol/value-types.js';
import type { InternalRecord } from '../../state/record-codec.js';
import type { ProcessRow } from '../../state/rows.js';
import { setLocalVariables } from '../bpmn/behavior/variables.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';
import { processInstanceValue } from '../record-values.js';

interface Refusal {
  readonly type: RejectionType;
  readonly reason: string;
}

/** PROCESS_INSTANCE_CREATION CREATE: answers as soon as the instance is there. */
export const createProcessInstance: CommandProcessor<'PROCESS_INSTANCE_CREATION'> = (work, command) => {
  const created = create(work, command.value);
  if (created !== undefined) work.answer(created);
};

/** CREATE_WITH_AWAITING_RESULT: answers when the instance completes. */
export const createWithAwaitingResult: CommandProcessor<'PROCESS_INSTANCE_CREATION'> = (work, command) => {
  const created = create(work, command.value);
  if (created !== undefined) work.awaitResult(created.value.processInstanceKey, command.value.fetchVariables);
};

function create(
  work: ProcessingContext,
  request: ProcessInstanceCreationValue,
): InternalRecord<'PROCESS_INSTANCE_CREATION'> | undefined {
  const process = findProcess(work, request);
  const refusal = 'reason' in process ? process : findRefusal(work, process, request);
  if ('reason' in process || refusal !== undefined) {
    if (refusal !== undefined) work.reject(refusal.type, refusal.reason);
    return undefined;
  }
  const processInstanceKey = work.nextKey();
  const value = processInstanceValue(process, processInstanceKey);
  setLocalVariables(work, processInstanceKey, value, request.variables);
  work.command(processInstanceKey, 'PROCESS_INSTANCE', 'ACTIVATE_ELEMENT', value);
  const { bpmnProcessId, version, key: processDefinitionKey } = process;
  const created = { ...request, bpmnProcessId, version, processDefinitionKey, processInstanceKey };
  return work.event(work.nextKey(), 'PROCESS_INSTANCE_CREATION', 'CREATED', created);
}

function findRefusal(
  work: ProcessingContext,
  process: ProcessRow,
  { startInstructions }: ProcessInstanceCreationValue,
): Refusal | undefined {
  if (startInstructions.length > 0) {
    const reason =
      'Expected to create instance of process with start instructions, but this engine starts processes at their start event only';
    return { type: 'INVALID_ARGUMENT', reason };
  }
  if (work.models.get(process.key).root.noneStartEventId !== undefined) return undefined;
  const reason = 'Expected to create instance of process with none start event, but there is no such event';
  return { type: 'INVALID_STATE', reason };
}

function findProcess(work: ProcessingContext, request: ProcessInstanceCreationValue): ProcessRow | Refusal {
  const { bpmnProcessId, version, processDefinitionKey } = request;
  if (bpmnProcessId !== '') return findByProcessId(work, bpmnProcessId, version);
  if (processDefinitionKey >= 0) {
    const found = work.state.processes.find(processDefinitionKey);
    return found ?? notFound(`key '${processDefinitionKey}'`);
  }
  const reason = 'Expected at least a bpmnProcessId or a key greater than -1, but none given';
  return { type: 'INVALID_ARGUMENT', reason };
}

function findByProcessId(work: ProcessingContext, bpmnProcessId: string, version: number): ProcessRow | Refusal {
  const versions = work.state.processVersions;
  const key = version >= 0 ? versions.find(bpmnProcessId, version) : versions.last(bpmnProcessId);
  const found = key === undefined ? undefined : work.state.processes.find(key);
  if (found !== undefined) return found;
  return notFound(`process ID '${bpmnProcessId}'${version >= 0 ? ` and version '${version}'` : ''}`);
}

function notFound(what: string): Refusal {
  return { type: 'NOT_FOUND', reason: `Expected to find process definition with ${what}, but none found` };
}
