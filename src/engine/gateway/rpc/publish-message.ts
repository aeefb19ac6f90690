import { DEFAULT_TENANT } from '../../protocol/record.js';
import { checkTenants, readVariables } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

interface PublishMessageRequest {
  name: string;
  correlationKey: string;
  /** Milliseconds. */
  timeToLive: string;
  messageId: string;
  variables: string;
  tenantId: string;
}

export const publishMessage: UnaryRpc<PublishMessageRequest> = async (request, { door }) => {
  checkTenants('PublishMessage', request.tenantId);
  const { name, correlationKey, timeToLive, messageId, variables } = request;
  const { key } = await executeCommand(door, {
    valueType: 'MESSAGE',
    intent: 'PUBLISH',
    key: -1,
    value: {
      name,
      correlationKey,
      messageId,
      timeToLive: Number(timeToLive),
      deadline: -1,
      variables: readVariables(variables),
      tenantId: DEFAULT_TENANT,
    },
  });
  return { key, tenantId: DEFAULT_TENANT };
};
