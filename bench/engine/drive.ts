/**
 * Drives one engine through the port (zeebe-node) and measures it: the same code for every engine. An instance counts
 * as done when the completion of its last task was acknowledged.
 */
import { readFileSync } from 'node:fs';
import { createEngineClient } from '../../src/engine/client/create-engine-client.js';
import type { EnginePort, EngineWorker } from '../../src/engine/client/port.js';

export interface Shape {
  readonly processId: string;
  readonly jobTypes: readonly string[];
  /** The task whose completion ends the instance. */
  readonly lastJobType: string;
}

export const sequence: Shape = { processId: 'sequence', jobTypes: ['first', 'second', 'last'], lastJobType: 'last' };
export const cardShape: Shape = {
  processId: 'card-shape',
  jobTypes: ['accept', 'gongan', 'renshe', 'yibao', 'bank', 'deliver'],
  lastJobType: 'deliver',
};

export interface Load {
  readonly address: string;
  readonly shape: Shape;
  readonly instances: number;
  readonly inFlight: number;
}

/** Instances per second over the whole load, after a warm-up of a tenth of it. */
export async function measureThroughput(load: Load): Promise<number> {
  const client = createEngineClient({ address: load.address });
  try {
    await deploy(client, load.shape);
    const run = new Run(client, load);
    await run.complete(Math.max(load.inFlight, Math.floor(load.instances / 10)));
    const startedAt = performance.now();
    await run.complete(load.instances);
    const perSecond = load.instances / ((performance.now() - startedAt) / 1000);
    await run.close();
    return perSecond;
  } finally {
    await client.close();
  }
}

/** Milliseconds from start to acknowledged end of one instance alone; the median of many. */
export async function measureLatency(load: Omit<Load, 'inFlight'>): Promise<number> {
  const client = createEngineClient({ address: load.address });
  try {
    await deploy(client, load.shape);
    const run = new Run(client, { ...load, inFlight: 1 });
    await run.complete(5);
    const times: number[] = [];
    for (let i = 0; i < load.instances; i += 1) {
      const startedAt = performance.now();
      await run.complete(1);
      times.push(performance.now() - startedAt);
    }
    await run.close();
    return median(times);
  } finally {
    await client.close();
  }
}

async function deploy(client: EnginePort, shape: Shape): Promise<void> {
  const file = new URL(`./models/${shape.processId}.bpmn`, import.meta.url);
  await client.deploy([{ name: `${shape.processId}.bpmn`, content: readFileSync(file) }]);
}

/** Keeps `inFlight` instances going until as many as asked for are done. */
class Run {
  readonly #client: EnginePort;
  readonly #load: Load;
  readonly #workers: EngineWorker[];
  #wanted = 0;
  #started = 0;
  #done = 0;
  #finished: (() => void) | undefined;
  #failed: ((error: unknown) => void) | undefined;

  constructor(client: EnginePort, load: Load) {
    this.#client = client;
    this.#load = load;
    this.#workers = load.shape.jobTypes.map((type) =>
      client.openWorker({
        type,
        name: 'bench',
        timeoutMs: 60_000,
        maxActiveJobs: Math.max(32, load.inFlight),
        handle: async (job) => {
          await client.completeJob(job.key, {});
          if (type === load.shape.lastJobType) this.#oneDone();
        },
      }),
    );
  }

  complete(instances: number): Promise<void> {
    this.#wanted += instances;
    return new Promise((resolve, reject) => {
      this.#finished = resolve;
      this.#failed = reject;
      for (let i = 0; i < Math.min(this.#load.inFlight, instances); i += 1) this.#startOne();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }

  #startOne(): void {
    if (this.#started >= this.#wanted) return;
    this.#started += 1;
    const variables = { complete: true, caseNumber: `TB${this.#started}` };
    void this.#start(variables);
  }

  /** Again while the engine pushes back. */
  async #start(variables: Record<string, unknown>): Promise<void> {
    for (;;) {
      try {
        await this.#client.createProcessInstance(this.#load.shape.processId, variables);
        return;
      } catch (error) {
        if (!isBackPressure(error)) return this.#failed?.(error);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }

  #oneDone(): void {
    this.#done += 1;
    if (this.#done === this.#wanted) this.#finished?.();
    else this.#startOne();
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** A refusal that says: later. */
export function isBackPressure(error: unknown): boolean {
  return (error as { cause?: { code?: number } }).cause?.code === RESOURCE_EXHAUSTED;
}

const RESOURCE_EXHAUSTED = 8;
