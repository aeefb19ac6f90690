import { ZBClient } from 'zeebe-node';
import { ActivatingWorker, type EngineClientLogger } from './activating-worker.js';
import { Gateway85 } from './gateway-8-5.js';
import { mapGrpcError } from './map-grpc-error.js';
import {
  EngineRejection,
  EngineUnavailable,
  type DeployableResource,
  type DeployedProcess,
  type EnginePort,
  type EngineWorker,
} from './port.js';

export interface EngineClientOptions {
  /** `host:port` of the gateway: the embedded engine's or a cluster's. Plain text, no OAuth. */
  address: string;
  logger?: EngineClientLogger;
}

/** The gateway itself gives up on a command after 15 s; a call that lasts longer has lost it. */
const CALL_TIMEOUT_MS = 20_000;
const TOPOLOGY_TIMEOUT_MS = 5_000;
/** The gateway answers an empty poll after this, milliseconds. */
const LONG_POLL_MS = 30_000;
/** zeebe-node asks again this long after an answer, milliseconds. */
const POLL_INTERVAL_MS = 15;

const SILENT = { info: () => undefined, error: () => undefined, debug: () => undefined };

/** The engine port over zeebe-node's gRPC. Nothing is asked of the engine before the first call. */
export function createEngineClient(options: EngineClientOptions): EnginePort {
  const client = new ZBClient(options.address, {
    loglevel: 'NONE',
    stdout: SILENT,
    // The outbox and the job runtime decide when to try again, and how often.
    retry: false,
    useTLS: false,
    connectionTolerance: 50,
    longPoll: LONG_POLL_MS,
    pollInterval: POLL_INTERVAL_MS,
    ...withoutCredentials(),
  });
  const gateway85 = new Gateway85(options.address);
  const workers = new Set<EngineWorker>();

  async function call<T>(operation: string, run: () => Promise<T>, timeoutMs = CALL_TIMEOUT_MS): Promise<T> {
    try {
      return await withTimeout(run(), timeoutMs, operation);
    } catch (error) {
      throw mapGrpcError(error, operation);
    }
  }

  return {
    async deploy(resources) {
      const response = await call('deploy', () => deployAll(client, resources));
      return deployedProcessesOf(response);
    },
    async publishMessage({ name, correlationKey, messageId, timeToLiveMs, variables }) {
      try {
        const request = { name, correlationKey, messageId, timeToLive: timeToLiveMs, variables };
        await call('publishMessage', () => client.publishMessage(request));
        return 'published';
      } catch (error) {
        if (error instanceof EngineRejection && error.code === 'ALREADY_EXISTS') return 'already-published';
        throw error;
      }
    },
    async createProcessInstance(bpmnProcessId, variables, version) {
      const request = { bpmnProcessId, variables: variables as never, version: version ?? -1 };
      const created = await call('createProcessInstance', () => client.createProcessInstance(request));
      return { processInstanceKey: created.processInstanceKey };
    },
    async completeJob(jobKey, variables) {
      await call('completeJob', () => client.completeJob({ jobKey, variables }));
    },
    async failJob(jobKey, { retries, errorMessage, retryBackoffMs }) {
      const request = { jobKey, retries, errorMessage, retryBackOff: retryBackoffMs ?? 0 };
      await call('failJob', () => client.failJob(request));
    },
    async throwError(jobKey, { errorCode, errorMessage, variables }) {
      const request = { jobKey, errorCode, errorMessage, variables: variables ?? {} };
      await call('throwError', () => client.throwError(request as never));
    },
    async updateJobRetries(jobKey, retries) {
      await call('updateJobRetries', () => client.updateJobRetries({ jobKey, retries }));
    },
    async updateJobTimeout(jobKey, timeoutMs) {
      const request = { jobKey, timeout: String(timeoutMs) };
      await call('updateJobTimeout', () => gateway85.updateJobTimeout(request, CALL_TIMEOUT_MS));
    },
    async resolveIncident(incidentKey) {
      await call('resolveIncident', () => client.resolveIncident({ incidentKey }));
    },
    async cancelProcessInstance(processInstanceKey) {
      await call('cancelProcessInstance', () => client.cancelProcessInstance(processInstanceKey));
    },
    async setVariables(elementInstanceKey, variables, local) {
      const request = { elementInstanceKey, variables: { ...variables }, local };
      await call('setVariables', () => client.setVariables(request));
    },
    openWorker(workerOptions) {
      const worker = new ActivatingWorker(client, workerOptions, options.logger, () => workers.delete(worker));
      workers.add(worker);
      return worker;
    },
    async topology(timeoutMs = TOPOLOGY_TIMEOUT_MS) {
      const response = await call('topology', () => client.topology(), timeoutMs);
      return {
        gatewayVersion: response.gatewayVersion,
        clusterSize: response.clusterSize,
        partitionsCount: response.partitionsCount,
        brokers: response.brokers.length,
        partitionsWithLeader: countLeaders(response.brokers),
      };
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.close()));
      gateway85.close();
      await client.close();
    },
  };
}

function countLeaders(brokers: readonly { partitions: readonly { partitionId: number; role: unknown }[] }[]): number {
  const led = brokers.flatMap(({ partitions }) => partitions.filter(({ role }) => role === 'LEADER'));
  return new Set(led.map(({ partitionId }) => partitionId)).size;
}

/** Keeps zeebe-node from taking credentials or a cluster id out of the environment. */
function withoutCredentials(): object {
  return { oAuth: undefined, basicAuth: undefined, customSSL: undefined };
}

/** zeebe-node's own `deployResource` takes one resource; a deployment is all of them or none. */
async function deployAll(client: ZBClient, resources: readonly DeployableResource[]): Promise<DeploymentResponse> {
  const { grpc } = client as unknown as {
    grpc: { deployResourceSync(request: object): Promise<DeploymentResponse> };
  };
  return grpc.deployResourceSync({ resources: resources.map(({ name, content }) => ({ name, content })) });
}

/** One entry per resource; forms and decisions have no `process`. */
interface DeploymentResponse {
  deployments: ProcessDeployment[];
}

interface ProcessDeployment {
  process?: { bpmnProcessId: string; version: number; processDefinitionKey: string; resourceName: string } | null;
}

function deployedProcessesOf(response: DeploymentResponse): DeployedProcess[] {
  return response.deployments.flatMap(({ process }) =>
    process
      ? [
          {
            bpmnProcessId: process.bpmnProcessId,
            version: process.version,
            processDefinitionKey: process.processDefinitionKey,
            resourceName: process.resourceName,
          },
        ]
      : [],
  );
}

async function withTimeout<T>(promise: Promise<T>, timeoutMs: number, operation: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<never>((_resolve, reject) => {
    const problem = `${operation}: the engine did not answer within ${timeoutMs} ms`;
    timer = setTimeout(() => reject(new EngineUnavailable(problem)), timeoutMs);
  });
  try {
    return await Promise.race([promise, timedOut]);
  } finally {
    clearTimeout(timer);
  }
}
