/**
 * npm run bench:engine: the embedded engine, Zeebe 8.5.8 and a gateway that does nothing, one after another in turns, each
 * in a process of its own, driven by the same zeebe-node client. Writes docs/bench/engine.md.
 * Options: --rounds 3, --instances 3000, --waiting 20000, --no-zeebe.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConfig } from '../../src/shared/config.js';
import { cardShape, measureLatency, measureThroughput, median, sequence, type Shape } from './drive.js';
import { residentMegabytes, startDoNothing, startEmbedded, startZeebeBroker } from './engine-process.js';
import type { EngineProcess } from './engine-process.js';
import { measureInProcess } from './in-process.js';
import { report, type Figures, type Measured } from './report.js';
import { measureStreamingLatency } from './streaming.js';
import { measureWaiting, type WaitingFigures } from './waiting.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    instances: { type: 'string', default: '3000' },
    waiting: { type: 'string', default: process.env['COUNT'] ?? '20000' },
    'no-zeebe': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const instances = Number(values.instances);
const IN_FLIGHT = 64;

type Start = (dataDir: string) => Promise<EngineProcess>;
const toolsDir = loadConfig().toolsDir;
const engines: Record<string, Start> = {
  embedded: startEmbedded,
  ...(values['no-zeebe'] ? {} : { zeebe: (dataDir: string) => startZeebeBroker(dataDir, toolsDir) }),
  nothing: startDoNothing,
};

const samples = new Map<string, Figures[]>(Object.keys(engines).map((name) => [name, []]));
for (let round = 1; round <= rounds; round += 1) {
  for (const [name, start] of Object.entries(engines)) {
    const figures = await inFolder((dataDir) => measure(name, start, dataDir));
    console.log(`round ${round} ${name} ${JSON.stringify(figures)}`);
    samples.get(name)?.push(figures);
  }
}
const inProcess: number[] = [];
for (let round = 0; round < rounds; round += 1) inProcess.push(await inFolder((dataDir) => measureInProcess(dataDir)));
console.log(`in-process ${inProcess.map(Math.round).join(' ')}`);
const waiting: Record<string, WaitingFigures> = {};
for (const [name, start] of Object.entries(engines)) {
  if (name === 'nothing') continue;
  waiting[name] = await inFolder((dataDir) => measureWaiting(start, dataDir, Number(values.waiting)));
  console.log(`waiting ${name} ${JSON.stringify(waiting[name])}`);
}
const file = fileURLToPath(new URL('../../docs/bench/engine.md', import.meta.url));
mkdirSync(path.dirname(file), { recursive: true });
const medians = Object.fromEntries([...samples].map(([name, list]) => [name, medianOf(list)]));
writeFileSync(
  file,
  report({ medians, inProcess: median(inProcess), waiting, rounds, instances, inFlight: IN_FLIGHT } satisfies Measured),
);
console.log(`written to ${path.relative(process.cwd(), file)}`);

async function measure(name: string, start: Start, dataDir: string): Promise<Figures> {
  const engine = await start(dataDir);
  const { address, readyAfter } = engine;
  // Zeebe is some times slower: fewer instances take as long.
  const count = name === 'zeebe' ? Math.ceil(instances / 5) : instances;
  const throughput = (shape: Shape): Promise<number> =>
    measureThroughput({ address, shape, instances: count, inFlight: IN_FLIGHT });
  try {
    const figures: Figures = { ready: readyAfter, sequence: await throughput(sequence) };
    if (name === 'nothing') return figures;
    return {
      ...figures,
      card: await throughput(cardShape),
      memory: residentMegabytes(engine.pid),
      polling: await measureLatency({ address, shape: sequence, instances: 40 }),
      streaming: await measureStreamingLatency(address, sequence, 200),
    };
  } finally {
    await engine.stop();
  }
}

function medianOf(list: readonly Figures[]): Figures {
  const of = (key: keyof Figures): number => median(list.map((figures) => figures[key] ?? NaN));
  const all = ['ready', 'sequence', 'card', 'memory', 'polling', 'streaming'] as const;
  return Object.fromEntries(all.map((key) => [key, of(key)])) as unknown as Figures;
}

async function inFolder<T>(run: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongban-bench-'));
  try {
    return await run(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
