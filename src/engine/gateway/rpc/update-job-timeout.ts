import { jobCommandValue } from '../command-values.js';
import type { UpdateJobTimeoutRequest } from '../../protocol/gateway-proto-8-5.js';
import { readKey } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

export const updateJobTimeout: UnaryRpc<UpdateJobTimeoutRequest> = async ({ jobKey, timeout }, { door }) => {
  const value = jobCommandValue({ timeout: Number(timeout) });
  await executeCommand(door, { valueType: 'JOB', intent: 'UPDATE_TIMEOUT', key: readKey(jobKey), value });
  return {};
};
