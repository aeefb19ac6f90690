import { propagateVariables, setLocalVariables } from '../bpmn/behavior/variables.js';
import type { CommandProcessor } from '../processing-context.js';

/** VARIABLE_DOCUMENT UPDATE: a client sets variables, in the scope itself or where they are found outwards. */
export const updateVariables: CommandProcessor<'VARIABLE_DOCUMENT'> = (work, command) => {
  const { scopeKey, updateSemantics, variables } = command.value;
  const scope = work.state.elementInstances.find(scopeKey);
  if (scope === undefined) {
    const reason = `Expected to update variables for element with key '${scopeKey}', but no such element was found`;
    work.reject('NOT_FOUND', reason);
    return;
  }
  const set = updateSemantics === 'LOCAL' ? setLocalVariables : propagateVariables;
  set(work, scopeKey, scope.value, variables);
  work.answer(work.event(work.nextKey(), 'VARIABLE_DOCUMENT', 'UPDATED', command.value));
};
