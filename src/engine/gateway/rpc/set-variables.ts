import { DEFAULT_TENANT } from '../../protocol/record.js';
import { readKey, readVariables } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

interface SetVariablesRequest {
  elementInstanceKey: string;
  variables: string;
  local: boolean;
}

export const setVariables: UnaryRpc<SetVariablesRequest> = async (
  { elementInstanceKey, variables, local },
  { door },
) => {
  const { key } = await executeCommand(door, {
    valueType: 'VARIABLE_DOCUMENT',
    intent: 'UPDATE',
    key: -1,
    value: {
      scopeKey: readKey(elementInstanceKey),
      updateSemantics: local ? 'LOCAL' : 'PROPAGATE',
      variables: readVariables(variables),
      tenantId: DEFAULT_TENANT,
    },
  });
  return { key };
};
