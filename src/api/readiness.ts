/** What /readyz asks: one check per part, each asked anew and with a time limit. */
import type { Database } from '../domain/database.js';
import type { Domain } from '../domain/domain.js';
import type { EnginePort } from '../engine/client/port.js';
import type { Queues } from '../queues/queues.js';
import type { Clock } from '../shared/clock.js';

/** `degraded` works but needs a person's eye; only `down` makes the whole not ready. */
export type PartStatus = 'up' | 'degraded' | 'down';

export interface PartReport {
  readonly status: PartStatus;
  readonly detail: string;
}

export interface ReadinessCheck {
  /** Key in the answer, e.g. `engine`. */
  readonly part: string;
  /** A throw counts as down, with its message. */
  check(): Promise<PartReport>;
}

export interface ReadinessReport {
  readonly status: PartStatus;
  readonly parts: Readonly<Record<string, PartReport>>;
}

const LIMIT_MS = 3_000;

/** Asks all parts at the same time; never rejects. */
export async function readinessOf(checks: readonly ReadinessCheck[]): Promise<ReadinessReport> {
  const reports = await Promise.all(checks.map(async (check) => [check.part, await ask(check)] as const));
  const statuses = reports.map(([, report]) => report.status);
  const status = (['down', 'degraded'] as const).find((worst) => statuses.includes(worst)) ?? 'up';
  return { status, parts: Object.fromEntries(reports) };
}

async function ask(check: ReadinessCheck): Promise<PartReport> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartReport>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'down', detail: `no answer within ${LIMIT_MS} ms` }), LIMIT_MS);
  });
  try {
    return await Promise.race([check.check(), late]);
  } catch (error) {
    return { status: 'down', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

export interface StandardParts {
  readonly engine: EnginePort;
  readonly database: Database;
  readonly queues: Queues;
  readonly domain: Domain;
  readonly clock: Clock;
}

/** The parts that every API process has. Whoever starts more (workers) adds its own check. */
export function standardChecks(parts: StandardParts): ReadinessCheck[] {
  return [
    { part: 'engine', check: () => checkEngine(parts.engine) },
    { part: 'database', check: () => checkDatabase(parts.database) },
    { part: 'queue', check: () => checkQueues(parts.queues) },
    { part: 'records', check: () => checkRecords(parts.domain, parts.clock) },
    { part: 'outbox', check: () => checkOutbox(parts.domain) },
  ];
}

async function checkEngine(engine: EnginePort): Promise<PartReport> {
  const { gatewayVersion, brokers, partitionsCount } = await engine.topology(2_000);
  const detail = `gateway ${gatewayVersion}, brokers ${brokers}, partitions ${partitionsCount}`;
  return { status: brokers > 0 ? 'up' : 'down', detail };
}

async function checkDatabase(database: Database): Promise<PartReport> {
  const startedAt = performance.now();
  await database.ping();
  return { status: 'up', detail: `ping ${Math.round(performance.now() - startedAt)} ms` };
}

async function checkQueues(queues: Queues): Promise<PartReport> {
  const { ok, kind, detail } = await queues.health();
  return { status: ok ? 'up' : 'down', detail: `${kind}: ${detail}` };
}

/** A stream on which nothing happens looks like one that has stopped; only a refused delivery is known to be wrong. */
async function checkRecords({ history }: Domain, clock: Clock): Promise<PartReport> {
  const { partitions, lastError } = await history.progress();
  const seconds = (since: Date): number => Math.round((clock.now().getTime() - since.getTime()) / 1000);
  const detail = partitions.map(
    ({ partition, position, receivedAt }) =>
      `partition ${partition} at ${position}, received ${seconds(receivedAt)} s ago`,
  );
  if (lastError) return { status: 'down', detail: [`last delivery failed: ${lastError}`, ...detail].join('; ') };
  if (detail.length === 0) return { status: 'degraded', detail: 'no record has arrived yet' };
  return { status: 'up', detail: detail.join('; ') };
}

async function checkOutbox({ outbox }: Domain): Promise<PartReport> {
  const { waiting, dead } = await outbox.health();
  return { status: dead > 0 ? 'degraded' : 'up', detail: `waiting ${waiting}, given up ${dead}` };
}
