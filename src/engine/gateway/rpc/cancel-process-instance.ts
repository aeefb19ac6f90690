import { processInstanceCommandValue } from '../command-values.js';
import { readKey } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

export const cancelProcessInstance: UnaryRpc<{ processInstanceKey: string }> = async (request, { door }) => {
  const key = readKey(request.processInstanceKey);
  const value = processInstanceCommandValue(key);
  await executeCommand(door, { valueType: 'PROCESS_INSTANCE', intent: 'CANCEL', key, value });
  return {};
};
