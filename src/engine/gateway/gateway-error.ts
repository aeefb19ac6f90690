import { status } from '@grpc/grpc-js';
import type { EngineRecord, RejectionType } from '../protocol/record.js';
import { EngineOverloaded, EngineStopped } from '../processing/engine-errors.js';

/** A call that ends with a gRPC status. */
export class GatewayError extends Error {
  override name = 'GatewayError';
  readonly code: status;
  /** What the client sees. */
  readonly details: string;

  constructor(code: status, details: string) {
    super(details);
    this.code = code;
    this.details = details;
  }
}

const STATUS_OF_REJECTION: Readonly<Record<RejectionType, status>> = {
  INVALID_ARGUMENT: status.INVALID_ARGUMENT,
  NOT_FOUND: status.NOT_FOUND,
  ALREADY_EXISTS: status.ALREADY_EXISTS,
  INVALID_STATE: status.FAILED_PRECONDITION,
  PROCESSING_ERROR: status.INTERNAL,
  EXCEEDED_BATCH_RECORD_SIZE: status.INTERNAL,
  NULL_VAL: status.UNKNOWN,
};

/** The rejection of a command in the words of Zeebe's gateway. */
export function rejectionError(intent: string, rejection: EngineRecord): GatewayError {
  const { rejectionType, rejectionReason } = rejection;
  const details = `Command '${intent}' rejected with code '${rejectionType}': ${rejectionReason}`;
  return new GatewayError(STATUS_OF_REJECTION[rejectionType], details);
}

export function invalidArgument(details: string): GatewayError {
  return new GatewayError(status.INVALID_ARGUMENT, details);
}

/** Whatever a call threw, as a gRPC status. */
export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  if (error instanceof EngineOverloaded) {
    return new GatewayError(status.RESOURCE_EXHAUSTED, 'Reached maximum capacity of requests handled');
  }
  if (error instanceof EngineStopped) return new GatewayError(status.UNAVAILABLE, error.message);
  const text = error instanceof Error ? error.message : String(error);
  return new GatewayError(status.INTERNAL, `Unexpected error occurred during the request processing: ${text}`);
}
