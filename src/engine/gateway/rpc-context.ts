import type { EngineDoor } from '../processing/door.js';
import type { Command, EngineRecord } from '../protocol/record.js';
import type { Values, ValueType } from '../protocol/value-types.js';
import type { JobDispatch } from './job-dispatch.js';
import { rejectionError } from './gateway-error.js';

/** What the RPCs work with. */
export interface RpcContext {
  readonly door: EngineDoor;
  readonly jobs: JobDispatch;
  /** Where the gateway listens, for Topology. */
  readonly address: { readonly host: string; port: number };
}

/** A call with one answer. */
export type UnaryRpc<Request, Response = object> = (request: Request, context: RpcContext) => Promise<Response>;

/**
 * Executes the command and answers its event.
 * @throws GatewayError with Zeebe's code and words when the engine rejects it
 */
export async function executeCommand<V extends ValueType>(
  door: EngineDoor,
  command: Command<V>,
): Promise<{ key: number; value: Values[V] }> {
  const record: EngineRecord = await door.execute(command);
  if (record.recordType === 'COMMAND_REJECTION') throw rejectionError(command.intent, record);
  return { key: record.key, value: record.value as Values[V] };
}
