import { jobCommandValue } from '../command-values.js';
import { readKey } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

export const updateJobRetries: UnaryRpc<{ jobKey: string; retries: number }> = async (
  { jobKey, retries },
  { door },
) => {
  const value = jobCommandValue({ retries });
  await executeCommand(door, { valueType: 'JOB', intent: 'UPDATE_RETRIES', key: readKey(jobKey), value });
  return {};
};
