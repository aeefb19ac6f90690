/**
 * Rounds of kill -9: an engine under load through gRPC is killed at a named fault point or at a random moment; then its
 * folder is opened again and compared with what was acknowledged and with the state that its log tells. One kill of one
 * engine is one round.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { FAULT_POINTS, type FaultPoint } from '../../../src/engine/processing/fault-points.js';
import { checkFolder, type Folder } from './check-folder.js';
import { Acknowledged, loadUntilGone } from './gateway-load.js';

export interface ChildOrder {
  readonly dataDir: string;
  readonly point: FaultPoint | 'random';
  /** Passages of the point until the process kills itself. */
  readonly after: number;
}

export interface FaultSummary {
  /** Kills, one engine each. */
  readonly rounds: number;
  readonly acknowledged: number;
  /** Rounds by where the engine was; a point that was not passed in time counts as a random moment. */
  readonly byPoint: Record<string, number>;
}

const MOMENTS = [...FAULT_POINTS, 'random'] as const;
type Moment = (typeof MOMENTS)[number];

/** Rounds at once: while one engine starts another is under load. */
const LANES = 3;
/** Kills that a folder lives through before a new one takes its place: the whole log is replayed after each. */
const KILLS_PER_FOLDER = 8;
/** A point that is passed too seldom must not keep the round waiting. */
const LONGEST_ROUND_MS = 5_000;
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** @throws Error that names what was lost, with the seed */
export async function runFaultRounds(wanted: number, seed: number, log: (text: string) => void): Promise<FaultSummary> {
  const child = bundleChild();
  const byPoint = Object.fromEntries(MOMENTS.map((moment) => [moment, 0]));
  let [next, done, acknowledged] = [0, 0, 0];
  const lane = async (): Promise<void> => {
    while (next < wanted) {
      const folder = newFolder();
      try {
        for (let kill = 0; kill < KILLS_PER_FOLDER && next < wanted; kill += 1) {
          const round = next;
          next += 1;
          const before = folder.acknowledged.count;
          const moment = await killOnce(child, folder, round, randomOf(seed + round * 7919));
          await checkFolder(folder, `seed ${seed}, round ${round + 1} at ${moment}`);
          byPoint[moment] = (byPoint[moment] ?? 0) + 1;
          acknowledged += folder.acknowledged.count - before;
          done += 1;
          if (done % 100 === 0) log(`${done} rounds, ${acknowledged} acknowledgements kept`);
        }
      } finally {
        rmSync(folder.path, { recursive: true, force: true });
      }
    }
  };
  const failures = (await Promise.allSettled(Array.from({ length: LANES }, lane))).filter(
    (result) => result.status === 'rejected',
  );
  if (failures[0]) throw failures[0].reason;
  return { rounds: done, acknowledged, byPoint };
}

function newFolder(): Folder {
  return { path: mkdtempSync(join(tmpdir(), 'tongban-faults-')), acknowledged: new Acknowledged() };
}

/** The child as one file: it starts in a third of the time that its many TypeScript files take. */
function bundleChild(): string {
  const outfile = join(ROOT, 'node_modules', '.tongban-fault-child.mjs');
  const entryPoints = [fileURLToPath(new URL('./fault-child.ts', import.meta.url))];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  return outfile;
}

/** @returns where the engine was when it was killed */
async function killOnce(file: string, folder: Folder, round: number, random: () => number): Promise<Moment> {
  const point = MOMENTS[round % MOMENTS.length] ?? 'random';
  const order: ChildOrder = { dataDir: folder.path, point, after: 5 + Math.floor(random() * 120) };
  const child = spawn(process.execPath, [file, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  let moment: Moment = 'random';
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, what] = line.split(' ');
      if (word === 'port') resolve(Number(what));
      if (word === 'at') moment = point;
    });
    child.once('exit', () => reject(new Error('Expected the engine to start, but its process ended')));
  });
  const load = loadUntilGone(port, folder.acknowledged);
  const timer = setTimeout(() => child.kill('SIGKILL'), point === 'random' ? 30 + random() * 500 : LONGEST_ROUND_MS);
  const signal = await ended;
  clearTimeout(timer);
  await load;
  if (signal !== 'SIGKILL') throw new Error(`Expected the engine to be killed, but it ended by ${String(signal)}`);
  return moment;
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
