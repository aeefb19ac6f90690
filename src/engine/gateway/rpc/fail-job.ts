import { jobCommandValue } from '../command-values.js';
import { readKey, readVariables } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

interface FailJobRequest {
  jobKey: string;
  retries: number;
  errorMessage: string;
  /** Milliseconds. */
  retryBackOff: string;
  variables: string;
}

export const failJob: UnaryRpc<FailJobRequest> = async (request, { door }) => {
  const { jobKey, retries, errorMessage, retryBackOff, variables } = request;
  const said = { retries, errorMessage, retryBackoff: Number(retryBackOff), variables: readVariables(variables) };
  await executeCommand(door, { valueType: 'JOB', intent: 'FAIL', key: readKey(jobKey), value: jobCommandValue(said) });
  return {};
};
