import {
  Server,
  ServerCredentials,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import type { EngineDoor } from '../processing/door.js';
import { jobCommandValue } from './command-values.js';
import { toGatewayError } from './gateway-error.js';
import { loadGatewayService } from './gateway-proto.js';
import { loadGatewayService85 } from '../protocol/gateway-proto-8-5.js';
import { JobDispatch, type ActivatedJobs } from './job-dispatch.js';
import type { RpcContext, UnaryRpc } from './rpc-context.js';
import { activateJobs } from './rpc/activate-jobs.js';
import { broadcastSignal } from './rpc/broadcast-signal.js';
import { cancelProcessInstance } from './rpc/cancel-process-instance.js';
import { completeJob } from './rpc/complete-job.js';
import { createProcessInstance } from './rpc/create-process-instance.js';
import { createProcessInstanceWithResult } from './rpc/create-process-instance-with-result.js';
import { deployProcess } from './rpc/deploy-process.js';
import { deployResource } from './rpc/deploy-resource.js';
import { evaluateDecision } from './rpc/evaluate-decision.js';
import { failJob } from './rpc/fail-job.js';
import { notSupported } from './rpc/not-supported.js';
import { publishMessage } from './rpc/publish-message.js';
import { resolveIncident } from './rpc/resolve-incident.js';
import { setVariables } from './rpc/set-variables.js';
import { streamActivatedJobs } from './rpc/stream-activated-jobs.js';
import { throwError } from './rpc/throw-error.js';
import { topology } from './rpc/topology.js';
import { updateJobRetries } from './rpc/update-job-retries.js';
import { updateJobTimeout } from './rpc/update-job-timeout.js';

export interface GatewayOptions {
  readonly host: string;
  /** 0 for a free port. */
  readonly port: number;
}

export interface Gateway {
  readonly port: number;
  /** Ends the waiting polls and streams, lets calls under way answer, and frees the port. */
  close(): Promise<void>;
}

/** As Zeebe's gateway: 4 MB. */
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
const CLOSE_TIMEOUT_MS = 2_000;

/** Serves Zeebe's gateway protocol in plain text. */
export async function startGateway(door: EngineDoor, options: GatewayOptions): Promise<Gateway> {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': -1,
    'grpc.keepalive_permit_without_calls': 1,
  });
  const streams = new Set<ServerWritableStream<never, object>>();
  const context: RpcContext = {
    door,
    jobs: new JobDispatch(door, (jobs) => giveBack(door, jobs)),
    address: { host: options.host, port: options.port },
  };
  server.addService({ ...loadGatewayService(), ...loadGatewayService85() }, implementations(context, streams));
  context.address.port = await bind(server, options);
  return { port: context.address.port, close: () => close(server, streams) };
}

function implementations(context: RpcContext, streams: Set<ServerWritableStream<never, object>>) {
  const unary = <Request>(rpc: UnaryRpc<Request>): handleUnaryCall<Request, object> => {
    return (call, callback) => {
      void answer(rpc, call.request, context).then(
        (response) => callback(null, response),
        (error: unknown) => callback(toGatewayError(error)),
      );
    };
  };
  const streaming = <Request>(
    rpc: (call: ServerWritableStream<Request, object>, context: RpcContext) => Promise<void>,
  ): handleServerStreamingCall<Request, object> => {
    return (call) => {
      streams.add(call as never);
      void Promise.resolve()
        .then(() => rpc(call, context))
        .catch((error: unknown) => call.emit('error', toGatewayError(error)))
        .finally(() => streams.delete(call as never));
    };
  };
  return {
    Topology: unary(topology),
    DeployResource: unary(deployResource),
    DeployProcess: unary(deployProcess),
    CreateProcessInstance: unary(createProcessInstance),
    CreateProcessInstanceWithResult: unary(createProcessInstanceWithResult),
    ActivateJobs: streaming(activateJobs),
    StreamActivatedJobs: streaming(streamActivatedJobs),
    CompleteJob: unary(completeJob),
    FailJob: unary(failJob),
    ThrowError: unary(throwError),
    UpdateJobRetries: unary(updateJobRetries),
    UpdateJobTimeout: unary(updateJobTimeout),
    MigrateProcessInstance: unary(notSupported('MigrateProcessInstance')),
    PublishMessage: unary(publishMessage),
    ResolveIncident: unary(resolveIncident),
    SetVariables: unary(setVariables),
    CancelProcessInstance: unary(cancelProcessInstance),
    BroadcastSignal: unary(broadcastSignal),
    EvaluateDecision: unary(evaluateDecision),
    DeleteResource: unary(notSupported('DeleteResource')),
    ModifyProcessInstance: unary(notSupported('ModifyProcessInstance')),
  };
}

/** Turns what a call throws before its first await into a rejection. */
async function answer<Request>(rpc: UnaryRpc<Request>, request: Request, context: RpcContext): Promise<object> {
  return rpc(request, context);
}

/** As Zeebe does with jobs that could not be delivered: failed without losing a retry, so that others get them at once. */
async function giveBack(door: EngineDoor, jobs: ActivatedJobs): Promise<void> {
  for (const { key, value } of jobs) {
    const said = { retries: value.retries, errorMessage: 'The job could not be delivered: its worker is gone' };
    await door.execute({ valueType: 'JOB', intent: 'FAIL', key, value: jobCommandValue(said) });
  }
}

function bind(server: Server, { host, port }: GatewayOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(new Error(`The engine cannot listen on ${host}:${port}: ${error.message}`, { cause: error }));
      else resolve(bound);
    });
  });
}

function close(server: Server, streams: ReadonlySet<ServerWritableStream<never, object>>): Promise<void> {
  for (const stream of streams) {
    stream.emit('cancelled');
    stream.end();
  }
  return new Promise((resolve) => {
    const force = setTimeout(() => server.forceShutdown(), CLOSE_TIMEOUT_MS);
    server.tryShutdown(() => {
      clearTimeout(force);
      resolve();
    });
  });
}
