import { jobCommandValue } from '../command-values.js';
import { readKey, readVariables } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

export const completeJob: UnaryRpc<{ jobKey: string; variables: string }> = async ({ jobKey, variables }, { door }) => {
  const value = jobCommandValue({ variables: readVariables(variables) });
  await executeCommand(door, { valueType: 'JOB', intent: 'COMPLETE', key: readKey(jobKey), value });
  return {};
};
