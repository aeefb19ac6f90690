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

/** How many children one command terminates; the rest is left to the next. */
const BATCH_SIZE = 50;

/** PROCESS_INSTANCE_BATCH TERMINATE: asks each child of the scope to terminate. */
export const terminateBatch: CommandProcessor<'PROCESS_INSTANCE_BATCH'> = (work, command) => {
  const { batchElementInstanceKey: scopeKey, index } = command.value;
  const keys = work.state.children.keys(scopeKey).filter((key) => key > index);
  for (const key of keys.slice(0, BATCH_SIZE)) {
    const { value } = work.state.elementInstances.get(key);
    work.command(key, 'PROCESS_INSTANCE', 'TERMINATE_ELEMENT', value);
  }
  const last = keys[BATCH_SIZE - 1];
  if (keys.length > BATCH_SIZE && last !== undefined) {
    work.command(work.nextKey(), 'PROCESS_INSTANCE_BATCH', 'TERMINATE', { ...command.value, index: last });
  }
};
