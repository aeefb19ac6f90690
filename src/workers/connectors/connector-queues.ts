/** The processors of the queues `connector-<system>`: paced calls to each department system. */
import type { Domain } from '../../domain/domain.js';
import { QueueRefusal, type Queues, type ReceivedJob } from '../../queues/queues.js';
import type { Config } from '../../shared/config.js';
import { callSystem, type JsonObject } from '../../connectors/call-system.js';
import type { AnyConnectorCall, QueuedCall } from './connector.js';
import { baseUrlOf } from '../../connectors/system-addresses.js';

/** Calls to one system at a time, and begun per second. */
const CONCURRENCY = 8;
const RATE_PER_SECOND = 50;

export function processConnectorQueues(
  calls: readonly AnyConnectorCall[],
  deps: { domain: Domain; queues: Queues; config: Config },
): void {
  for (const system of new Set(calls.map((call) => call.system))) {
    const operations = calls.filter((call) => call.system === system);
    const byName = new Map(operations.map((operation) => [operation.name, operation]));
    deps.queues.process(queueOf(system), { concurrency: CONCURRENCY, ratePerSecond: RATE_PER_SECOND }, (job) => {
      const operation = byName.get(job.name);
      if (!operation) throw new QueueRefusal(`${system} 没有接口 ${job.name}`, { kind: 'contract' });
      return perform(operation, job, deps);
    });
  }
}

export function queueOf(system: string): string {
  return `connector-${system}`;
}

async function perform(
  operation: AnyConnectorCall,
  job: ReceivedJob,
  { domain, config }: { domain: Domain; config: Config },
): Promise<JsonObject> {
  const { caseNumber, idempotencyKey, input } = job.data as unknown as QueuedCall;
  const facts = await domain.cases.facts(caseNumber);
  const answer = await callSystem({
    url: baseUrlOf(operation.system, config) + operation.path(input as never),
    body: operation.body(input as never, facts, { callbackBase: config.publicUrl }),
    request: operation.request,
    answer: operation.answer,
    caseNumber,
    idempotencyKey,
  });
  if (answer.ok) return answer.body;
  throw new QueueRefusal(answer.refusal.reason, { ...answer.refusal });
}
