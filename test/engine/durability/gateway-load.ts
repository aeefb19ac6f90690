/** Load on one engine through its gateway, and what the engine acknowledged until it was gone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { credentials, loadPackageDefinition, type Client, type ClientReadableStream } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { fixture } from '../support/fixture.js';

/** Keys of what was acknowledged. */
export class Acknowledged {
  readonly instances: number[] = [];
  readonly activatedJobs: number[] = [];
  readonly completedJobs: number[] = [];
  readonly messages: number[] = [];

  get count(): number {
    return this.instances.length + this.activatedJobs.length + this.completedJobs.length + this.messages.length;
  }
}

interface Gateway extends Client {
  [rpc: string]: unknown;
  activateJobs(request: object, options: object): ClientReadableStream<{ jobs: { key: string }[] }>;
}

const CALL_TIMEOUT_MS = 10_000;
const LANES = 4;
const TYPES = ['a', 'b', 'c'];

const proto = loadSync(createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto'), {
  longs: String,
  defaults: true,
});
const loaded = loadPackageDefinition(proto) as unknown as {
  gateway_protocol: { Gateway: new (address: string, credentials: object) => Gateway };
};

/** Goes on until the engine is gone; adds to what was acknowledged. */
export async function loadUntilGone(port: number, acknowledged: Acknowledged): Promise<void> {
  const client = new loaded.gateway_protocol.Gateway(`127.0.0.1:${port}`, credentials.createInsecure());
  try {
    const content = readFileSync(fixture('three-tasks.bpmn'));
    await call(client, 'deployResource', { resources: [{ name: 'three-tasks.bpmn', content }] }).catch(() => undefined);
    await Promise.all(Array.from({ length: LANES }, (_, lane) => runLane(client, acknowledged, lane)));
  } finally {
    client.close();
  }
}

async function runLane(client: Gateway, acknowledged: Acknowledged, lane: number): Promise<void> {
  try {
    for (let round = 0; ; round += 1) {
      const variables = JSON.stringify({ lane, round });
      const request = { bpmnProcessId: 'three-tasks', version: -1, variables };
      const created = await call(client, 'createProcessInstance', request);
      acknowledged.instances.push(Number(created['processInstanceKey']));
      const message = { name: 'kept', correlationKey: `${lane}`, timeToLive: 3_600_000, variables };
      if (round % 5 === 0) acknowledged.messages.push(Number((await call(client, 'publishMessage', message))['key']));
      for (const type of TYPES) {
        for (const jobKey of await activate(client, type)) {
          acknowledged.activatedJobs.push(Number(jobKey));
          await call(client, 'completeJob', { jobKey, variables });
          acknowledged.completedJobs.push(Number(jobKey));
        }
      }
    }
  } catch {
    // The engine is gone: what it did not acknowledge may or may not be there.
  }
}

function call(client: Gateway, rpc: string, request: object): Promise<Record<string, string>> {
  const options = { deadline: Date.now() + CALL_TIMEOUT_MS };
  return new Promise((resolve, reject) => {
    const method = client[rpc] as (
      request: object,
      options: object,
      done: (error: Error | null, response: Record<string, string>) => void,
    ) => void;
    method.call(client, request, options, (error, response) => (error ? reject(error) : resolve(response)));
  });
}

function activate(client: Gateway, type: string): Promise<string[]> {
  const request = { type, worker: 'w', timeout: 3_600_000, maxJobsToActivate: 2, requestTimeout: -1 };
  const stream = client.activateJobs(request, { deadline: Date.now() + CALL_TIMEOUT_MS });
  const keys: string[] = [];
  return new Promise((resolve, reject) => {
    stream.on('data', ({ jobs }: { jobs: { key: string }[] }) => keys.push(...jobs.map((job) => job.key)));
    stream.on('error', reject);
    stream.on('end', () => resolve(keys));
  });
}
