/** One instance alone through a client with job streaming: milliseconds from its start to the acknowledged end. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { credentials, loadPackageDefinition, type Client, type ClientReadableStream } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { median, type Shape } from './drive.js';

interface ActivatedJob {
  key: string;
  type: string;
  processInstanceKey: string;
}

type Call = (request: object, callback: (error: Error | null, response: Record<string, string>) => void) => void;

interface GatewayClient extends Client {
  createProcessInstance: Call;
  completeJob: Call;
  deployResource: Call;
  streamActivatedJobs(request: object): ClientReadableStream<ActivatedJob>;
}

export async function measureStreamingLatency(address: string, shape: Shape, instances: number): Promise<number> {
  const client = connect(address);
  const call = (name: 'createProcessInstance' | 'completeJob' | 'deployResource', request: object) =>
    new Promise<Record<string, string>>((resolve, reject) =>
      client[name](request, (error, response) => (error ? reject(error) : resolve(response))),
    );
  const content = readFileSync(new URL(`./models/${shape.processId}.bpmn`, import.meta.url));
  await call('deployResource', { resources: [{ name: `${shape.processId}.bpmn`, content }] });
  let ended: () => void = () => undefined;
  const streams = shape.jobTypes.map((type) => {
    const stream = client.streamActivatedJobs({ type, worker: 'bench', timeout: 60_000 });
    stream.on('error', () => undefined);
    stream.on('data', (job: ActivatedJob) => {
      void call('completeJob', { jobKey: job.key, variables: '{}' }).then(() => {
        if (type === shape.lastJobType) ended();
      });
    });
    return stream;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const times: number[] = [];
  for (let index = 0; index < instances + WARM_UP; index += 1) {
    const end = new Promise<void>((resolve) => (ended = resolve));
    const startedAt = performance.now();
    const variables = JSON.stringify({ complete: true, caseNumber: `TB${index}` });
    await call('createProcessInstance', { bpmnProcessId: shape.processId, version: -1, variables });
    await end;
    times.push(performance.now() - startedAt);
  }
  for (const stream of streams) stream.cancel();
  client.close();
  return median(times.slice(WARM_UP));
}

const WARM_UP = 50;

function connect(address: string): GatewayClient {
  const proto = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');
  const loaded = loadPackageDefinition(loadSync(proto, { longs: String, defaults: true })) as unknown as {
    gateway_protocol: { Gateway: new (address: string, credentials: object) => GatewayClient };
  };
  return new loaded.gateway_protocol.Gateway(address, credentials.createInsecure());
}
