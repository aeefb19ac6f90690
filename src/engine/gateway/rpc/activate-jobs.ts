import type { ServerWritableStream } from '@grpc/grpc-js';
import { toActivatedJob } from '../activated-job.js';
import { rejectionError, toGatewayError } from '../gateway-error.js';
import type { ActivatedJobs } from '../job-dispatch.js';
import { checkTenants } from '../read-request.js';
import type { RpcContext } from '../rpc-context.js';

interface ActivateJobsMessage {
  type: string;
  worker: string;
  /** Milliseconds. */
  timeout: string;
  maxJobsToActivate: number;
  fetchVariable: string[];
  /** Milliseconds; 0 means the gateway's default, below 0 no waiting. */
  requestTimeout: string;
  tenantIds: string[];
}

type Call = ServerWritableStream<ActivateJobsMessage, object>;

const DEFAULT_WAIT_MS = 10_000;
/** Clients take messages of 4 MB: jobs are spread over several below that. */
const MAX_MESSAGE_LENGTH = 3_000_000;

/** Long polling: answers at once when there are jobs, else as soon as there are, else empty when the time is over. */
export async function activateJobs(call: Call, context: RpcContext): Promise<void> {
  const { type, worker, timeout, maxJobsToActivate, fetchVariable, requestTimeout, tenantIds } = call.request;
  checkTenants('ActivateJobs', ...tenantIds);
  const request = { type, worker, timeout: Number(timeout), maxJobsToActivate, fetchVariables: fetchVariable };
  const first = await context.door.activateJobs(request);
  if (!first.ok) {
    if (maxJobsToActivate <= 0 && type.trim() !== '' && request.timeout > 0) return void call.end();
    throw rejectionError('ACTIVATE', first.rejection);
  }
  if (first.jobs.length > 0) return deliver(call, first.jobs, context);
  const waitMs = Number(requestTimeout) === 0 ? DEFAULT_WAIT_MS : Number(requestTimeout);
  if (waitMs < 0 || call.cancelled) return void call.end();
  return waitForJobs(call, request, waitMs, context);
}

async function deliver(call: Call, jobs: ActivatedJobs, { jobs: dispatch }: RpcContext): Promise<void> {
  if (!send(call, jobs)) await dispatch.giveBack(jobs);
}

function waitForJobs(
  call: Call,
  request: Parameters<RpcContext['door']['activateJobs']>[0],
  waitMs: number,
  { jobs: dispatch }: RpcContext,
): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      call.removeListener('cancelled', giveUp);
      resolve();
    };
    const giveUp = (): void => {
      leave();
      if (!call.cancelled) call.end();
      finish();
    };
    const timer = setTimeout(giveUp, waitMs);
    call.once('cancelled', giveUp);
    const leave = dispatch.wait({
      request,
      staysWaiting: false,
      isReady: () => true,
      accept(jobs) {
        finish();
        return send(call, jobs);
      },
      fail(error) {
        finish();
        call.emit('error', toGatewayError(error));
      },
    });
  });
}

/** False when the client is gone. */
function send(call: Call, jobs: ActivatedJobs): boolean {
  if (call.cancelled || call.destroyed) return false;
  let message: object[] = [];
  let length = 0;
  for (const job of jobs) {
    const size = JSON.stringify(job.value.variables).length + 1000;
    if (message.length > 0 && length + size > MAX_MESSAGE_LENGTH) {
      call.write({ jobs: message });
      message = [];
      length = 0;
    }
    message.push(toActivatedJob(job));
    length += size;
  }
  call.write({ jobs: message });
  call.end();
  return true;
}
