import type { ServerWritableStream } from '@grpc/grpc-js';
import { toActivatedJob } from '../activated-job.js';
import { invalidArgument, toGatewayError } from '../gateway-error.js';
import { checkTenants } from '../read-request.js';
import type { RpcContext } from '../rpc-context.js';

interface StreamActivatedJobsMessage {
  type: string;
  worker: string;
  /** Milliseconds. */
  timeout: string;
  fetchVariable: string[];
  tenantIds: string[];
}

/** Jobs handed to one stream at a time, so that the streams of a type share them. */
const JOBS_AT_A_TIME = 8;

/** Pushes jobs until the client leaves; pauses while the client does not read. */
export function streamActivatedJobs(
  call: ServerWritableStream<StreamActivatedJobsMessage, object>,
  { jobs: dispatch }: RpcContext,
): Promise<void> {
  const { type, worker, timeout, fetchVariable, tenantIds } = call.request;
  checkTenants('StreamActivatedJobs', ...tenantIds);
  if (type.trim() === '')
    throw invalidArgument('Expected to stream activated jobs with type to be present, but it was blank');
  if (Number(timeout) <= 0) {
    throw invalidArgument(
      `Expected to stream activated jobs with timeout to be greater than zero, but it was '${timeout}'`,
    );
  }
  return new Promise((resolve) => {
    let isFull = false;
    const leave = dispatch.wait({
      request: {
        type,
        worker,
        timeout: Number(timeout),
        maxJobsToActivate: JOBS_AT_A_TIME,
        fetchVariables: fetchVariable,
      },
      staysWaiting: true,
      isReady: () => !isFull,
      accept(jobs) {
        if (call.cancelled || call.destroyed) return false;
        for (const job of jobs) isFull = !call.write(toActivatedJob(job));
        return true;
      },
      fail: (error) => call.emit('error', toGatewayError(error)),
    });
    call.on('drain', () => {
      isFull = false;
      dispatch.wake(type);
    });
    call.once('cancelled', () => {
      leave();
      resolve();
    });
  });
}
