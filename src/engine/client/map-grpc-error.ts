import { status } from '@grpc/grpc-js';
import { EngineRejection, EngineUnavailable } from './port.js';

const REJECTIONS: Readonly<Record<number, EngineRejection['code']>> = {
  [status.NOT_FOUND]: 'NOT_FOUND',
  [status.ALREADY_EXISTS]: 'ALREADY_EXISTS',
  [status.INVALID_ARGUMENT]: 'INVALID_ARGUMENT',
  [status.FAILED_PRECONDITION]: 'FAILED_PRECONDITION',
  [status.INTERNAL]: 'INTERNAL',
  [status.UNKNOWN]: 'INTERNAL',
  [status.UNIMPLEMENTED]: 'UNIMPLEMENTED',
};

/** zeebe-node adds its own thoughts to the engine's words. */
const ZEEBE_NODE_ADVICE = /\. The process may have been cancelled, the job cancelled by [\s\S]*$/;

/** What a failed call means to the caller: try later (EngineUnavailable) or give up (EngineRejection). */
export function mapGrpcError(error: unknown, operation: string): Error {
  if (error instanceof EngineUnavailable || error instanceof EngineRejection) return error;
  const { code, details, message } = error as { code?: unknown; details?: unknown; message?: unknown };
  const text = typeof details === 'string' && details !== '' ? details : String(message ?? error);
  const said = text.replace(ZEEBE_NODE_ADVICE, '');
  const rejection = typeof code === 'number' ? REJECTIONS[code] : undefined;
  if (rejection) return new EngineRejection(rejection, said);
  return new EngineUnavailable(`${operation}: ${text}`, { cause: error });
}
