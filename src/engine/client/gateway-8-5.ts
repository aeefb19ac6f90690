import { Client, credentials, type ServiceError } from '@grpc/grpc-js';
import { loadGatewayService85, type UpdateJobTimeoutRequest } from '../protocol/gateway-proto-8-5.js';

/** The calls of Zeebe 8.5's gateway that zeebe-node does not know, over a channel of their own. */
export class Gateway85 {
  readonly #address: string;
  #client: Client | undefined;

  /** @param address `host:port`, plain text; nothing connects before the first call */
  constructor(address: string) {
    this.#address = address;
  }

  updateJobTimeout(request: UpdateJobTimeoutRequest, timeoutMs: number): Promise<void> {
    return this.#call('UpdateJobTimeout', request, timeoutMs);
  }

  close(): void {
    this.#client?.close();
  }

  #call(rpc: string, request: object, timeoutMs: number): Promise<void> {
    const method = loadedService()[rpc];
    if (!method) throw new Error(`Expected the gateway protocol to have ${rpc}`);
    this.#client ??= new Client(this.#address, credentials.createInsecure());
    const client = this.#client;
    return new Promise((resolve, reject) => {
      const done = (error: ServiceError | null): void => (error ? reject(error) : resolve());
      const { path, requestSerialize, responseDeserialize } = method;
      const options = { deadline: Date.now() + timeoutMs };
      client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, options, done);
    });
  }
}

let service: ReturnType<typeof loadGatewayService85> | undefined;

function loadedService(): ReturnType<typeof loadGatewayService85> {
  service ??= loadGatewayService85();
  return service;
}
