/** A job worker whose work is one call to a department system. */
import { QueueJobFailed } from '../../queues/queues.js';
import {
  completed,
  defineWorker,
  type AnyWorker,
  type Outcome,
  type WorkerDeps,
  type WorkerJob,
} from '../runtime/define-worker.js';
import { CALL_TIMEOUT_MS, type JsonObject, type Refusal } from '../../connectors/call-system.js';
import type { AnyConnectorCall, ConnectorCall, QueuedCall } from './connector.js';
import { queueOf } from './connector-queues.js';

/** A call may wait for its turn as long again as it may take. */
const ANSWER_TIMEOUT_MS = 2 * CALL_TIMEOUT_MS;

export interface ConnectorStep<Input extends { caseNumber: string }> extends ConnectorCall<Input> {
  /** Chinese. */
  readonly title: string;
  /** JSON Schema of the variables; needs `caseNumber`. */
  readonly input: object;
  /** The refusal's error code; left out: the system has nothing to decide here, and a refusal is an incident. */
  readonly refusal?: string;
  /** What of the answer goes to the process; all of it when left out. */
  toVariables?(answer: JsonObject): JsonObject;
}

export interface Connector {
  readonly call: AnyConnectorCall;
  readonly worker: AnyWorker;
}

export function defineConnector<Input extends { caseNumber: string }>(step: ConnectorStep<Input>): Connector {
  const worker = defineWorker<Input, JsonObject>({
    type: `${step.system}.${step.name}`,
    name: step.title,
    department: step.system,
    input: step.input,
    output: { type: 'object' },
    errors: step.refusal === undefined ? [] : [step.refusal],
    timeoutMs: ANSWER_TIMEOUT_MS + 5000,
    handle: (job, deps) => handle(step, job, deps),
  });
  return { call: step, worker };
}

async function handle<Input extends { caseNumber: string }>(
  step: ConnectorStep<Input>,
  job: WorkerJob<Input>,
  { queues, domain }: WorkerDeps,
): Promise<Outcome<JsonObject>> {
  const { caseNumber } = job.variables;
  const data: QueuedCall = { caseNumber, idempotencyKey: job.idempotencyKey, input: job.variables };
  let answer: JsonObject;
  try {
    // One try here: the engine counts the tries and shows them. A delivery of its own asks anew; the system knows the key.
    const payload = { id: job.deliveryId, data, attempts: 1, timeoutMs: ANSWER_TIMEOUT_MS };
    answer = (await queues.run(queueOf(step.system), step.name, payload)) as JsonObject;
  } catch (error) {
    if (error instanceof QueueJobFailed && error.refused) {
      return refused(step, error.details as unknown as Refusal, error.message);
    }
    throw error;
  }
  await domain.cases.note(caseNumber, job.step, { kind: 'system-answered', title: `${step.title}：已完成` });
  return completed(step.toVariables?.(answer) ?? answer);
}

function refused(step: { refusal?: string }, refusal: Refusal, message: string): Outcome<never> {
  if (refusal.kind !== 'business' || step.refusal === undefined) return { kind: 'stuck', message };
  const { code, reason } = refusal;
  return { kind: 'business-error', code: step.refusal, message: reason, variables: { refusal: { code, reason } } };
}
