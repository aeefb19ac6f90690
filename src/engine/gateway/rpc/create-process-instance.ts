import { DEFAULT_TENANT } from '../../protocol/record.js';
import type { ProcessInstanceCreationValue } from '../../protocol/value-types.js';
import { checkTenants, readVariables } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

export interface CreateProcessInstanceRequest {
  processDefinitionKey: string;
  bpmnProcessId: string;
  version: number;
  variables: string;
  startInstructions: { elementId: string }[];
  tenantId: string;
}

export const createProcessInstance: UnaryRpc<CreateProcessInstanceRequest> = async (request, { door }) => {
  checkTenants('CreateProcessInstance', request.tenantId);
  const { value } = await executeCommand(door, {
    valueType: 'PROCESS_INSTANCE_CREATION',
    intent: 'CREATE',
    key: -1,
    value: creationValue(request, []),
  });
  const { processDefinitionKey, bpmnProcessId, version, processInstanceKey, tenantId } = value;
  return { processDefinitionKey, bpmnProcessId, version, processInstanceKey, tenantId };
};

/** The process by its id, or else by its key. */
export function creationValue(
  request: CreateProcessInstanceRequest,
  fetchVariables: readonly string[],
): ProcessInstanceCreationValue {
  const { bpmnProcessId, version, processDefinitionKey, variables, startInstructions } = request;
  return {
    bpmnProcessId,
    version,
    processDefinitionKey: bpmnProcessId === '' ? Number(processDefinitionKey) : -1,
    processInstanceKey: -1,
    variables: readVariables(variables),
    fetchVariables: [...fetchVariables],
    startInstructions: startInstructions.map(({ elementId }) => ({ elementId })),
    tenantId: DEFAULT_TENANT,
  };
}
