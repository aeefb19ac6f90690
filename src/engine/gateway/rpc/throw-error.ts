import { jobCommandValue } from '../command-values.js';
import { readKey, readVariables } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

interface ThrowErrorRequest {
  jobKey: string;
  errorCode: string;
  errorMessage: string;
  variables: string;
}

export const throwError: UnaryRpc<ThrowErrorRequest> = async (request, { door }) => {
  const { jobKey, errorCode, errorMessage, variables } = request;
  const value = jobCommandValue({ errorCode, errorMessage, variables: readVariables(variables) });
  await executeCommand(door, { valueType: 'JOB', intent: 'THROW_ERROR', key: readKey(jobKey), value });
  return {};
};
