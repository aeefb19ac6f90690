import { status } from '@grpc/grpc-js';
import { GatewayError, rejectionError } from '../gateway-error.js';
import { checkTenants } from '../read-request.js';
import type { UnaryRpc } from '../rpc-context.js';
import { creationValue, type CreateProcessInstanceRequest } from './create-process-instance.js';

interface CreateWithResultRequest {
  request: CreateProcessInstanceRequest | null;
  /** Milliseconds. */
  requestTimeout: string;
  fetchVariables: string[];
}

const DEFAULT_TIMEOUT_MS = 15_000;
const NO_PROCESS: CreateProcessInstanceRequest = {
  processDefinitionKey: '0',
  bpmnProcessId: '',
  version: 0,
  variables: '',
  startInstructions: [],
  tenantId: '',
};

/** Answers when the instance completes; the instance goes on when the caller's time is over. */
export const createProcessInstanceWithResult: UnaryRpc<CreateWithResultRequest> = async (call, { door }) => {
  const request = call.request ?? NO_PROCESS;
  checkTenants('CreateProcessInstanceWithResult', request.tenantId);
  const awaited = door.executeAwaitingResult({
    valueType: 'PROCESS_INSTANCE_CREATION',
    intent: 'CREATE_WITH_AWAITING_RESULT',
    key: -1,
    value: creationValue(request, call.fetchVariables),
  });
  const timeoutMs = Number(call.requestTimeout) > 0 ? Number(call.requestTimeout) : DEFAULT_TIMEOUT_MS;
  const result = await withDeadline(awaited, timeoutMs);
  if (!result.ok) throw rejectionError('CREATE_WITH_AWAITING_RESULT', result.rejection);
  const { processDefinitionKey, bpmnProcessId, version, processInstanceKey, variables, tenantId } = result.value;
  const text = JSON.stringify(variables);
  return { processDefinitionKey, bpmnProcessId, version, processInstanceKey, variables: text, tenantId };
};

async function withDeadline<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    const details = `Time out between gateway and broker: Request timed out in PT${timeoutMs / 1000}S`;
    timer = setTimeout(() => reject(new GatewayError(status.DEADLINE_EXCEEDED, details)), timeoutMs);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
