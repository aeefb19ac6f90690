/**
 * Rounds of kill -9: engines under load through gRPC are killed at a random moment or at a fault point; after each kill
 * every folder is opened again and compared with what its engine had acknowledged and with the state its log tells.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { openDoor, type OpenedDoor } from '../../../src/engine/open-door.js';
import type { FaultPoint } from '../../../src/engine/index.js';
import type { JobBatchValue, Values } from '../../../src/engine/protocol/value-types.js';
import { current, rebuild } from '../support/rebuilt-state.js';
import { Acknowledged, loadUntilGone } from './gateway-load.js';

export interface ChildOrder {
  readonly folders: readonly string[];
  readonly point: FaultPoint | 'random';
  /** Passages of the point until the process kills itself. */
  readonly after: number;
  /** Index of the engine whose passages count. */
  readonly victim: number;
}

export interface FaultSummary {
  readonly rounds: number;
  readonly kills: number;
  readonly acknowledged: number;
  readonly byPoint: Record<string, number>;
}

const CHILD = fileURLToPath(new URL('./fault-child.ts', import.meta.url));
const POINTS = ['random', 'after-batch-processed', 'before-commit', 'after-commit', 'before-answer'] as const;
/** Engines that one kill ends: each over a folder of its own, so each is a round. */
const ENGINES = 8;
/** Kills that a folder lives through before a new one takes its place: the whole log is replayed after each. */
const KILLS_PER_FOLDER = 8;

/** @throws Error that names what was lost, with the seed */
export async function runFaultRounds(wanted: number, seed: number, log: (text: string) => void): Promise<FaultSummary> {
  const random = randomOf(seed);
  const byPoint: Record<string, number> = {};
  let folders: Folder[] = [];
  let kills = 0;
  let rounds = 0;
  let acknowledged = 0;
  try {
    while (rounds < wanted) {
      if (kills % KILLS_PER_FOLDER === 0) {
        for (const { path } of folders) rmSync(path, { recursive: true, force: true });
        folders = Array.from({ length: ENGINES }, newFolder);
      }
      const point = POINTS[kills % POINTS.length] ?? 'random';
      const before = countOf(folders);
      await runUntilKilled(folders, point, random);
      for (const folder of folders) await check(folder, `seed ${seed}, kill ${kills + 1} at ${point}`);
      kills += 1;
      rounds += folders.length;
      acknowledged += countOf(folders) - before;
      byPoint[point] = (byPoint[point] ?? 0) + folders.length;
      if (kills % 10 === 0) log(`${rounds} rounds, ${acknowledged} acknowledgements kept`);
    }
  } finally {
    for (const { path } of folders) rmSync(path, { recursive: true, force: true });
  }
  return { rounds, kills, acknowledged, byPoint };
}

interface Folder {
  readonly path: string;
  readonly acknowledged: Acknowledged;
}

function newFolder(): Folder {
  return { path: mkdtempSync(join(tmpdir(), 'tongban-faults-')), acknowledged: new Acknowledged() };
}

function countOf(folders: readonly Folder[]): number {
  return folders.reduce((sum, { acknowledged }) => sum + acknowledged.count, 0);
}

async function runUntilKilled(
  folders: readonly Folder[],
  point: FaultPoint | 'random',
  random: () => number,
): Promise<void> {
  const order: ChildOrder = {
    folders: folders.map(({ path }) => path),
    point,
    after: 5 + Math.floor(random() * 120),
    victim: Math.floor(random() * folders.length),
  };
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const ports = await new Promise<number[]>((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve(JSON.parse(text.toString()) as number[]));
    child.once('exit', () => reject(new Error('Expected the engines to start, but their process ended')));
  });
  const loads = ports.map((port, index) => loadUntilGone(port, folders[index]?.acknowledged ?? new Acknowledged()));
  // A fault point that is passed too seldom must not keep the round waiting.
  const moment = point === 'random' ? 30 + random() * 500 : 10_000;
  const timer = setTimeout(() => child.kill('SIGKILL'), moment);
  const signal = await ended;
  clearTimeout(timer);
  await Promise.all(loads);
  if (signal !== 'SIGKILL') throw new Error(`Expected the engines to be killed, but they ended by ${String(signal)}`);
}

async function check({ path, acknowledged }: Folder, when: string): Promise<void> {
  const door = await openDoor({ dataDir: path, recordTail: Infinity });
  try {
    // Commands that the kill left in the log are taken up before this one is answered.
    await door.execute({ valueType: 'INCIDENT', intent: 'RESOLVE', key: 1, value: {} as Values['INCIDENT'] });
    const problems = [...missing(door, acknowledged), ...halfDone(door)];
    if (!isDeepStrictEqual(current(door), rebuild(door))) problems.push('the state is not the one that the log tells');
    if (problems.length > 0) throw new Error(`${when}: ${problems.join('; ')}`);
  } finally {
    await door.close();
  }
}

function missing(door: OpenedDoor, { instances, activatedJobs, completedJobs, messages }: Acknowledged): string[] {
  const found = { instances: new Set<number>(), activated: new Set<number>(), completed: new Set<number>() };
  let last = 0;
  const problems: string[] = [];
  for (const { position, recordType, valueType, intent, key, value } of door.log.all()) {
    if (position !== last + 1) problems.push(`position ${position} follows ${last}`);
    last = position;
    if (recordType !== 'EVENT') continue;
    if (valueType === 'PROCESS_INSTANCE' && intent === 'ELEMENT_ACTIVATED') found.instances.add(key);
    if (valueType === 'JOB' && intent === 'COMPLETED') found.completed.add(key);
    if (valueType === 'JOB_BATCH') for (const job of (value as JobBatchValue).jobKeys) found.activated.add(job);
  }
  const lost = (what: string, keys: readonly number[], isThere: (key: number) => boolean): void => {
    const gone = keys.filter((key) => !isThere(key));
    if (gone.length > 0) problems.push(`${gone.length} acknowledged ${what} are gone`);
  };
  lost('instances', instances, (key) => found.instances.has(key));
  lost('activations', activatedJobs, (key) => found.activated.has(key));
  lost('completions', completedJobs, (key) => found.completed.has(key) && !door.state.jobs.has(key));
  lost('messages', messages, (key) => door.state.messages.has(key));
  return problems;
}

/** An instance of three tasks stands at exactly one of them, with a job. */
function halfDone({ state }: OpenedDoor): string[] {
  const problems: string[] = [];
  for (const [key, instance] of state.elementInstances.rows()) {
    if (instance.value.bpmnElementType !== 'PROCESS') continue;
    const children = state.children.keys(key as number);
    const task = state.elementInstances.find(children[0] ?? -1);
    if (children.length !== 1 || task === undefined || !state.jobs.has(task.jobKey)) {
      problems.push(`instance ${String(key)} stands at ${children.length} elements, job ${task?.jobKey}`);
    }
  }
  return problems;
}

/** Mulberry32: the same seed, the same numbers. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
