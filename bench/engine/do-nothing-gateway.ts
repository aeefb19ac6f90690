/**
 * The ceiling: a gateway that hands out three jobs in sequence and does nothing else, with eight small LMDB records a
 * step committed to disk in batches. What zeebe-node and grpc-js themselves can do on this machine.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  loadPackageDefinition,
  Server,
  ServerCredentials,
  type sendUnaryData,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { open } from 'lmdb';

const NEXT: Record<string, string | undefined> = { first: 'second', second: 'last' };
const RECORDS_PER_STEP = 8;

interface Activation {
  type: string;
  maxJobsToActivate: number;
}
type Stream = ServerWritableStream<Activation, object>;

export async function startDoNothingGateway(dataDir: string, port: number): Promise<{ close(): Promise<void> }> {
  const store = open({ path: path.join(dataDir, 'ceiling'), noMemInit: true });
  const queues = new Map<string, number[]>();
  const typeOfJob = new Map<number, string>();
  const waiting = new Map<string, Stream>();
  let nextKey = 2 ** 51 + 1;

  async function step(type: string | undefined): Promise<void> {
    for (let i = 0; i < RECORDS_PER_STEP - 1; i += 1)
      void store.put(nextKey * 8 + i, { at: Date.now(), type: type ?? '' });
    await store.put(nextKey * 8 + RECORDS_PER_STEP, { at: Date.now(), type: type ?? '' });
    await store.flushed;
    if (!type) return;
    const key = nextKey++;
    typeOfJob.set(key, type);
    queueOf(type).push(key);
    const stream = waiting.get(type);
    if (stream) {
      waiting.delete(type);
      setImmediate(() => serve(stream));
    }
  }

  const queueOf = (type: string): number[] => {
    const found = queues.get(type) ?? [];
    queues.set(type, found);
    return found;
  };

  function serve(stream: Stream): void {
    if (stream.cancelled) return;
    const jobs = queueOf(stream.request.type).splice(0, stream.request.maxJobsToActivate);
    if (jobs.length === 0) {
      waiting.set(stream.request.type, stream);
      return;
    }
    stream.write({ jobs: jobs.map((key) => jobOf(key, stream.request.type)) });
    stream.end();
  }

  const server = new Server();
  server.addService(serviceDefinition(), {
    topology: (_call: object, answer: sendUnaryData<object>) =>
      answer(null, { brokers: [], clusterSize: 1, partitionsCount: 1, replicationFactor: 1, gatewayVersion: '8.5.8' }),
    deployResource: (_call: object, answer: sendUnaryData<object>) => answer(null, { key: 1, deployments: [] }),
    createProcessInstance: (_call: object, answer: sendUnaryData<object>) => {
      const processInstanceKey = nextKey++;
      void step('first').then(() => answer(null, { processInstanceKey, version: 1, processDefinitionKey: 1 }));
    },
    completeJob: ({ request }: { request: { jobKey: string } }, answer: sendUnaryData<object>) => {
      const key = Number(request.jobKey);
      const next = NEXT[typeOfJob.get(key) ?? ''];
      typeOfJob.delete(key);
      void step(next).then(() => answer(null, {}));
    },
    activateJobs: serve,
  });
  await new Promise<void>((resolve, reject) =>
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error) =>
      error ? reject(error) : resolve(),
    ),
  );
  return {
    close: async () => {
      server.forceShutdown();
      await store.close();
    },
  };
}

function jobOf(key: number, type: string): object {
  const none = {
    processInstanceKey: 1,
    bpmnProcessId: 'sequence',
    processDefinitionVersion: 1,
    processDefinitionKey: 1,
  };
  const rest = { elementId: type, elementInstanceKey: key, customHeaders: '{}', worker: 'bench', retries: 3 };
  return {
    key,
    type,
    ...none,
    ...rest,
    deadline: Date.now() + 60_000,
    variables: '{"complete":true}',
    tenantId: '<default>',
  };
}

function serviceDefinition(): Parameters<Server['addService']>[0] {
  const packageFile = createRequire(import.meta.url).resolve('zeebe-node/package.json');
  const proto = loadSync(path.join(path.dirname(packageFile), 'proto', 'zeebe.proto'), {
    longs: String,
    defaults: true,
  });
  const loaded = loadPackageDefinition(proto) as unknown as {
    gateway_protocol: { Gateway: { service: Parameters<Server['addService']>[0] } };
  };
  return loaded.gateway_protocol.Gateway.service;
}
