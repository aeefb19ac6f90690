import type { MultiInstanceElement } from '../../model/executable.js';
import { contextOfInstance } from '../bpmn/behavior/contexts.js';
import { activateInner } from '../bpmn/behavior/transitions.js';
import type { ElementContext } from '../bpmn/element-processor.js';
import type { CommandProcessor } from '../processing-context.js';

/** CANCEL: ends a process instance that was not called by another one. */
export const cancelProcessInstance: CommandProcessor<'PROCESS_INSTANCE'> = (work, command) => {
  const instance = work.state.elementInstances.find(command.key);
  const expected = `Expected to cancel a process instance with key '${command.key}', but`;
  if (instance?.value.bpmnElementType !== 'PROCESS' || instance.state !== 'ELEMENT_ACTIVATED') {
    work.reject('NOT_FOUND', `${expected} no such process was found`);
    return;
  }
  const parent = instance.value.parentProcessInstanceKey;
  if (parent > 0) {
    const root = rootOf(parent);
    work.reject(
      'INVALID_STATE',
      `${expected} it is created by a parent process instance. Cancel the root process instance '${root}' instead.`,
    );
    return;
  }
  work.command(command.key, 'PROCESS_INSTANCE', 'TERMINATE_ELEMENT', instance.value);
  work.answerWith(command.key, 'PROCESS_INSTANCE', 'ELEMENT_TERMINATING', instance.value);

  function rootOf(key: number): number {
    const above = work.state.elementInstances.find(key)?.value.parentProcessInstanceKey ?? -1;
    return above > 0 ? rootOf(above) : key;
  }
};

/** How many children one command starts or terminates, about what fits into Zeebe's 4 MB; the rest is left to the next. */
const BATCH_SIZE = 8_000;

/** PROCESS_INSTANCE_BATCH ACTIVATE: asks for the instances inside a multi-instance body; `index` says how many are missing. */
export const activateBatch: CommandProcessor<'PROCESS_INSTANCE_BATCH'> = (work, command) => {
  const { batchElementInstanceKey: key, index } = command.value;
  const instance = work.state.elementInstances.find(key);
  if (instance?.state !== 'ELEMENT_ACTIVATED') {
    const found = instance === undefined ? 'no such instance was found' : `it is in state '${instance.state}'`;
    work.reject(
      'INVALID_STATE',
      `Expected to start the instances of multi-instance body with key '${key}', but ${found}`,
    );
    return;
  }
  const body = contextOfInstance(work, instance) as ElementContext<MultiInstanceElement>;
  for (let count = Math.min(index, BATCH_SIZE); count > 0; count -= 1) activateInner(work, body);
  if (index <= BATCH_SIZE) return;
  work.command(work.nextKey(), 'PROCESS_INSTANCE_BATCH', 'ACTIVATE', { ...command.value, index: index - BATCH_SIZE });
};

/** PROCESS_INSTANCE_BATCH TERMINATE: asks each child of the scope to terminate, from the one with the key `index` on. */
export const terminateBatch: CommandProcessor<'PROCESS_INSTANCE_BATCH'> = (work, command) => {
  const { batchElementInstanceKey: scopeKey, index } = command.value;
  const keys = work.state.children.keys(scopeKey).filter((key) => key >= index);
  for (const key of keys.slice(0, BATCH_SIZE)) {
    const { value } = work.state.elementInstances.get(key);
    work.command(key, 'PROCESS_INSTANCE', 'TERMINATE_ELEMENT', value);
  }
  const next = keys[BATCH_SIZE];
  if (next === undefined) return;
  work.command(work.nextKey(), 'PROCESS_INSTANCE_BATCH', 'TERMINATE', { ...command.value, index: next });
};
