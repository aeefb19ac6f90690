import { DEFAULT_TENANT } from '../../protocol/record.js';
import { checkTenants, readVariables } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

interface BroadcastSignalRequest {
  signalName: string;
  variables: string;
  tenantId: string;
}

export const broadcastSignal: UnaryRpc<BroadcastSignalRequest> = async (request, { door }) => {
  checkTenants('BroadcastSignal', request.tenantId);
  const { signalName, variables } = request;
  const { key } = await executeCommand(door, {
    valueType: 'SIGNAL',
    intent: 'BROADCAST',
    key: -1,
    value: { signalName, variables: readVariables(variables), tenantId: DEFAULT_TENANT },
  });
  return { key, tenantId: DEFAULT_TENANT };
};
