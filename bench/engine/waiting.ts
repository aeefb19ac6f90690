/** Instances that wait, with nobody taking their first job: what they cost, and what a restart costs with them. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { createEngineClient } from '../../src/engine/client/create-engine-client.js';
import { isBackPressure, sequence } from './drive.js';
import { residentMegabytes, type EngineProcess } from './engine-process.js';

export interface WaitingFigures {
  readonly instances: number;
  readonly startsPerSecond: number;
  /** Resident memory after the last start, megabytes. */
  readonly memory: number;
  /** What an instance adds to the resident memory, bytes. */
  readonly memoryEach: number;
  /** Bytes on disk for each instance. */
  readonly diskEach: number;
  /** Milliseconds from the start of a new process over the data until it answered a call. */
  readonly restart: number;
  /** Milliseconds to fetch and complete 1,000 of them after the restart. */
  readonly completeThousand: number;
}

const IN_FLIGHT = 256;
const COMPLETED = 1_000;

export async function measureWaiting(
  start: (dataDir: string) => Promise<EngineProcess>,
  dataDir: string,
  instances: number,
): Promise<WaitingFigures> {
  const engine = await start(dataDir);
  const client = createEngineClient({ address: engine.address });
  const content = readFileSync(new URL('./models/sequence.bpmn', import.meta.url));
  await client.deploy([{ name: 'sequence.bpmn', content }]);
  const before = residentMegabytes(engine.pid);
  const startedAt = performance.now();
  let started = 0;
  const lane = async (): Promise<void> => {
    while (started < instances) {
      started += 1;
      const variables = { complete: true, caseNumber: `TB${started}` };
      await client.createProcessInstance(sequence.processId, variables).catch((error: unknown) => {
        if (!isBackPressure(error)) throw error;
        started -= 1;
        return new Promise((resolve) => setTimeout(resolve, 20));
      });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  const startsPerSecond = instances / ((performance.now() - startedAt) / 1000);
  const memory = residentMegabytes(engine.pid);
  await client.close();
  await engine.stop();
  const diskEach = bytesIn(dataDir) / instances;
  const again = await start(dataDir);
  const completeThousand = await timeOfCompleting(again.address, Math.min(COMPLETED, instances));
  await again.stop();
  const memoryEach = ((memory - before) * 1024 * 1024) / instances;
  return { instances, startsPerSecond, memory, memoryEach, diskEach, restart: again.readyAfter, completeThousand };
}

async function timeOfCompleting(address: string, count: number): Promise<number> {
  const client = createEngineClient({ address });
  const startedAt = performance.now();
  let taken = 0;
  let done = 0;
  await new Promise<void>((resolve, reject) => {
    client.openWorker({
      type: 'first',
      name: 'bench',
      timeoutMs: 60_000,
      maxActiveJobs: count,
      async handle(job) {
        taken += 1;
        if (taken > count) return;
        await client.completeJob(job.key, {}).catch(reject);
        done += 1;
        if (done === count) resolve();
      },
    });
  });
  const time = performance.now() - startedAt;
  await client.close();
  return time;
}

/** Blocks that the files take, so that holes do not count. */
function bytesIn(folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) sum += statSync(path.join(entry.parentPath, entry.name)).blocks * 512;
  }
  return sum;
}
