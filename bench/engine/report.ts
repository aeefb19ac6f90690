/** docs/bench/engine.md: only figures of one run. */
import { cpus, totalmem } from 'node:os';
import type { WaitingFigures } from './waiting.js';

export interface Figures {
  /** Milliseconds. */
  readonly ready: number;
  /** Instances per second. */
  readonly sequence: number;
  readonly card?: number;
  /** Megabytes. */
  readonly memory?: number;
  /** Milliseconds for one instance alone. */
  readonly polling?: number;
  readonly streaming?: number;
}

export interface Measured {
  readonly medians: Record<string, Figures>;
  readonly inProcess: number;
  readonly waiting: Record<string, WaitingFigures>;
  readonly rounds: number;
  readonly instances: number;
  readonly inFlight: number;
}

interface Aim {
  readonly what: string;
  readonly found: number;
  readonly aim: number;
  readonly unit: string;
  readonly more: boolean;
}

export function report(measured: Measured): string {
  const { rounds, instances, inFlight } = measured;
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node.js ${process.versions.node}`;
  return `# How fast the embedded engine is

Written by \`npm run bench:engine\` on ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC; machine: ${machine}. Medians of
${rounds}; ${instances} instances a measurement (a fifth of that for Zeebe), ${inFlight} in flight, the same zeebe-node client, each engine in a
process of its own, on disk, nobody exporting. The client and the engine share the machine's cores, so that zeebe-node itself is part of every
figure: the column "does nothing" is a gateway that hands out three jobs and commits eight small records a step.

${table(measured)}
Instances that wait for their first job:

${waitingTable(measured.waiting)}
## Against the aims

${aimsOf(measured).map(line).join('\n')}
`;
}

function table({ medians: { embedded, zeebe, nothing }, inProcess }: Measured): string {
  const rows: [string, keyof Figures, number][] = [
    ['three tasks in sequence, instances/s', 'sequence', 0],
    ["the card bundle's shape, instances/s", 'card', 0],
    ['one instance alone, polling, ms', 'polling', 1],
    ['one instance alone, job streaming, ms', 'streaming', 1],
    ['start to ready, ms', 'ready', 0],
    ['memory after the load, MB', 'memory', 0],
  ];
  const lines = rows.map(([title, key, digits]) => {
    const ours = embedded?.[key];
    const theirs = zeebe?.[key];
    return `| ${title} | ${show(ours, digits)} | ${show(theirs, digits)} | ${ratio(ours, theirs)} | ${show(nothing?.[key], digits)} |`;
  });
  const head = '| | embedded | Zeebe 8.5.8 | embedded : Zeebe | does nothing |\n|---|---|---|---|---|\n';
  return `${head}${lines.join('\n')}\n| three tasks in sequence, in-process client, instances/s | ${show(inProcess, 0)} | | | |\n`;
}

function waitingTable(waiting: Record<string, WaitingFigures>): string {
  const rows: [string, keyof WaitingFigures, number][] = [
    ['instances', 'instances', 0],
    ['starts/s', 'startsPerSecond', 0],
    ['memory, MB', 'memory', 0],
    ['memory added by each, bytes', 'memoryEach', 0],
    ['disk for each, bytes', 'diskEach', 0],
    ['restart to ready, ms', 'restart', 0],
    ['fetch and complete 1,000, ms', 'completeThousand', 0],
  ];
  const lines = rows.map(([title, key, digits]) => {
    return `| ${title} | ${show(waiting['embedded']?.[key], digits)} | ${show(waiting['zeebe']?.[key], digits)} |`;
  });
  return `| | embedded | Zeebe 8.5.8 |\n|---|---|---|\n${lines.join('\n')}\n`;
}

function aimsOf({ medians: { embedded, nothing }, inProcess, waiting: { embedded: waiting } }: Measured): Aim[] {
  const share = ((embedded?.sequence ?? NaN) / (nothing?.sequence ?? NaN)) * 100;
  return [
    { what: 'in-process client', found: inProcess, aim: 5_000, unit: 'instances/s', more: true },
    { what: 'share of the gateway that does nothing', found: share, aim: 90, unit: '%', more: true },
    { what: 'one instance alone, streaming', found: embedded?.streaming ?? NaN, aim: 2, unit: 'ms', more: false },
    { what: 'start to ready', found: embedded?.ready ?? NaN, aim: 500, unit: 'ms', more: false },
    { what: 'memory of a waiting instance', found: waiting?.memoryEach ?? NaN, aim: 1024, unit: 'bytes', more: false },
    { what: 'disk of a waiting instance', found: waiting?.diskEach ?? NaN, aim: 4096, unit: 'bytes', more: false },
    {
      what: `restart with ${waiting?.instances ?? 0} waiting`,
      found: waiting?.restart ?? NaN,
      aim: 2_000,
      unit: 'ms',
      more: false,
    },
  ];
}

function line({ what, found, aim, unit, more }: Aim): string {
  const met = more ? found >= aim : found <= aim;
  return `- ${what}: ${show(found, found < 10 ? 1 : 0)} ${unit}, aim ${show(aim, 0)}: ${met ? 'met' : '**not met**'}`;
}

function show(value: number | undefined, digits: number): string {
  if (value === undefined || Number.isNaN(value)) return '';
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function ratio(ours: number | undefined, theirs: number | undefined): string {
  return ours === undefined || theirs === undefined || Number.isNaN(ours / theirs)
    ? ''
    : `${(ours / theirs).toFixed(2)}`;
}
