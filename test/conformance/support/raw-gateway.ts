/** The calls of the gateway that the engine port leaves out, straight over gRPC. */
import { createRequire } from 'node:module';
import { type Client, credentials, loadPackageDefinition, status, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const require = createRequire(import.meta.url);
const definition = loadSync(require.resolve('zeebe-node/proto/zeebe.proto'), {
  keepCase: true,
  longs: String,
  enums: String,
  defaults: true,
  oneofs: true,
});

interface Gateway extends Client {
  [rpc: string]: unknown;
}

export interface ActivatedJob {
  key: string;
  type: string;
  elementId: string;
  elementInstanceKey: string;
  processInstanceKey: string;
  customHeaders: string;
  retries: number;
  variables: string;
  worker: string;
}

export class RawGateway {
  readonly #client: Gateway;

  constructor(address: string) {
    const { gateway_protocol: proto } = loadPackageDefinition(definition) as unknown as {
      gateway_protocol: { Gateway: new (address: string, channel: unknown) => Gateway };
    };
    this.#client = new proto.Gateway(address, credentials.createInsecure());
  }

  /** The response; or `CODE: details` thrown. */
  call(rpc: string, request: object): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      const method = (this.#client[rpc] as (...args: unknown[]) => void).bind(this.#client);
      method(request, { deadline: Date.now() + 20_000 }, (error: ServiceError | null, response: object) => {
        if (error) reject(new Error(`${status[error.code]}: ${error.details}`));
        else resolve(response as Record<string, unknown>);
      });
    });
  }

  activate(
    type: string,
    options: { max?: number; timeoutMs?: number; waitMs?: number; fetch?: string[]; worker?: string } = {},
  ) {
    const request = {
      type,
      worker: options.worker ?? 'worker',
      timeout: options.timeoutMs ?? 600_000,
      maxJobsToActivate: options.max ?? 1,
      requestTimeout: options.waitMs ?? 10_000,
      fetchVariable: options.fetch ?? [],
    };
    return new Promise<ActivatedJob[]>((resolve, reject) => {
      const method = (this.#client['ActivateJobs'] as (request: object) => NodeJS.EventEmitter).bind(this.#client);
      const stream = method(request);
      const jobs: ActivatedJob[] = [];
      stream.on('data', (message: { jobs: ActivatedJob[] }) => jobs.push(...message.jobs));
      stream.on('end', () => resolve(jobs));
      stream.on('error', (error: ServiceError) => reject(new Error(`${status[error.code]}: ${error.details}`)));
    });
  }

  close(): void {
    this.#client.close();
  }
}
