import { status } from '@grpc/grpc-js';
import { GatewayError } from '../gateway-error.js';
import type { UnaryRpc } from '../rpc-context.js';

/** For the calls of the proto that the embedded engine does not answer yet. */
export function notSupported(rpc: string): UnaryRpc<object> {
  return () => {
    const details = `${rpc} is not supported by the embedded engine yet; run the case on a Zeebe cluster (ZEEBE_ADDRESS)`;
    return Promise.reject(new GatewayError(status.UNIMPLEMENTED, details));
  };
}
