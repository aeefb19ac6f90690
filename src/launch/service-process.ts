/**
 * A server of ours that runs as a process of its own (database, Redis, Zeebe): started once per data folder, its log
 * and its process id kept there. When we are killed, it lives on; the next start finds it by the id and adopts it
 * instead of starting a second one over the same files.
 */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface ServiceProcessOptions {
  /** Short name: `database`, `redis`; names the pid and the log file. */
  readonly name: string;
  readonly command: string;
  args(port: number): string[];
  /** The port that it should listen on. */
  readonly port: number;
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Resolves once the server answers on the port; called repeatedly, a rejection means not yet. */
  isReady(port: number): Promise<void>;
  readonly startTimeoutMs: number;
  /** After SIGTERM; then SIGKILL. */
  readonly stopTimeoutMs: number;
}

export interface ServiceProcess {
  readonly port: number;
  readonly pid: number;
  /** True when an earlier start's process was still there. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

interface PidFile {
  pid: number;
  port: number;
  /** Start time of the process in kernel ticks: tells a reused process id from ours. */
  startedAt: string;
}

/** @throws Error with the end of the server's log when it does not come up. */
export async function startServiceProcess(options: ServiceProcessOptions): Promise<ServiceProcess> {
  const files = filesOf(options);
  const earlier = readPidFile(files.pid);
  if (earlier && isSameProcess(earlier)) {
    if (await becomesReady(options, earlier.port, 3_000, () => isSameProcess(earlier))) {
      return handleOf(options, earlier, files.pid, true);
    }
    await terminate(earlier, options.stopTimeoutMs);
  }
  const started = spawnDetached(options, files);
  if (await becomesReady(options, options.port, options.startTimeoutMs, () => isSameProcess(started))) {
    return handleOf(options, started, files.pid, false);
  }
  await terminate(started, options.stopTimeoutMs);
  rmSync(files.pid, { force: true });
  throw new Error(`${options.name} did not come up on port ${options.port}; the end of its log:\n${tailOf(files.log)}`);
}

function filesOf(options: ServiceProcessOptions): { pid: string; log: string } {
  const run = path.join(options.dataDir, 'run');
  const logs = path.join(options.dataDir, 'logs');
  mkdirSync(run, { recursive: true });
  mkdirSync(logs, { recursive: true });
  return { pid: path.join(run, `${options.name}.json`), log: path.join(logs, `${options.name}.log`) };
}

/** Detached: a Ctrl-C in the terminal reaches us only, and we stop our parts in order. */
function spawnDetached(options: ServiceProcessOptions, files: { pid: string; log: string }): PidFile {
  const log = openSync(files.log, 'w');
  const child = spawn(options.command, options.args(options.port), {
    stdio: ['ignore', log, log],
    detached: true,
    cwd: options.cwd,
    env: { ...inheritedEnvironment(), ...options.env },
  });
  closeSync(log);
  child.unref();
  child.on('error', () => undefined); // Told by readiness: the log stays empty and the process is not there.
  const file = { pid: child.pid ?? -1, port: options.port, startedAt: startTicksOf(child.pid ?? -1) ?? '' };
  writeFileSync(files.pid, JSON.stringify(file));
  return file;
}

// eslint-disable-next-line no-restricted-syntax -- handed on whole to a child, not read.
const inheritedEnvironment = (): NodeJS.ProcessEnv => process.env;

async function becomesReady(
  options: ServiceProcessOptions,
  port: number,
  timeoutMs: number,
  isAlive: () => boolean,
): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end && isAlive()) {
    try {
      await options.isReady(port);
      return isAlive();
    } catch {
      await delay(25);
    }
  }
  return false;
}

function handleOf(options: ServiceProcessOptions, file: PidFile, pidPath: string, adopted: boolean): ServiceProcess {
  return {
    port: file.port,
    pid: file.pid,
    adopted,
    stop: async () => {
      await terminate(file, options.stopTimeoutMs);
      rmSync(pidPath, { force: true });
    },
  };
}

async function terminate(file: PidFile, timeoutMs: number): Promise<void> {
  signal(file, 'SIGTERM');
  const end = Date.now() + timeoutMs;
  while (isSameProcess(file)) {
    if (Date.now() > end) signal(file, 'SIGKILL');
    await delay(20);
  }
}

function signal(file: PidFile, name: NodeJS.Signals): void {
  if (!isSameProcess(file)) return;
  try {
    process.kill(file.pid, name);
  } catch {
    // Gone in between.
  }
}

function readPidFile(file: string): PidFile | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PidFile;
  } catch {
    return undefined; // Torn by a crash while it was written: nothing to adopt.
  }
}

function isSameProcess(file: PidFile): boolean {
  if (file.pid <= 0) return false;
  const ticks = startTicksOf(file.pid);
  if (ticks !== undefined) return ticks === file.startedAt;
  if (process.platform === 'linux') return false;
  try {
    process.kill(file.pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Field 22 of /proc/<pid>/stat; undefined where there is no /proc, no such process, or only its zombie is left. */
function startTicksOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function tailOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-15).join('\n') : '(no log)';
}
