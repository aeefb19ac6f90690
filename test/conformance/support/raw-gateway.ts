/** The calls of the gateway that the engine port leaves out, straight over gRPC. */
import { once } from 'node:events';
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

export interface PollOptions {
  max?: number;
  timeoutMs?: number;
  waitMs?: number;
  fetch?: string[];
  worker?: string;
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

  activate(type: string, options: PollOptions = {}): Promise<ActivatedJob[]> {
    return this.startPoll(type, options).poll;
  }

  /** A poll that can be given up. */
  startPoll(type: string, options: PollOptions = {}): { poll: Promise<ActivatedJob[]>; cancel(): void } {
    const request = {
      type,
      worker: options.worker ?? 'worker',
      timeout: options.timeoutMs ?? 600_000,
      maxJobsToActivate: options.max ?? 1,
      requestTimeout: options.waitMs ?? 10_000,
      fetchVariable: options.fetch ?? [],
    };
    const stream = this.#open('ActivateJobs', request);
    const poll = new Promise<ActivatedJob[]>((resolve, reject) => {
      const jobs: ActivatedJob[] = [];
      stream.on('data', (message: { jobs: ActivatedJob[] }) => jobs.push(...message.jobs));
      stream.on('end', () => resolve(jobs));
      stream.on('error', (error: ServiceError) => reject(new Error(`${status[error.code]}: ${error.details}`)));
    });
    return { poll, cancel: () => stream.cancel() };
  }

  /** Jobs pushed by StreamActivatedJobs. */
  stream(type: string): { next(): Promise<ActivatedJob>; cancel(): void } {
    const stream = this.#open('StreamActivatedJobs', { type, worker: 'streamer', timeout: 600_000 });
    const jobs: ActivatedJob[] = [];
    stream.on('data', (job: ActivatedJob) => jobs.push(job));
    stream.on('error', () => undefined);
    return {
      async next() {
        while (jobs.length === 0) await once(stream, 'data');
        const job = jobs.shift();
        if (!job) throw new Error('no job');
        return job;
      },
      cancel: () => stream.cancel(),
    };
  }

  #open(rpc: string, request: object): NodeJS.EventEmitter & { cancel(): void } {
    type Open = (request: object) => NodeJS.EventEmitter & { cancel(): void };
    return (this.#client[rpc] as Open).call(this.#client, request);
  }

  close(): void {
    this.#client.close();
  }
}
