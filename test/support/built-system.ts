/** The built system as `npm start` runs it, in a process group of its own, so that a test can kill all of it at once. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/project-root.js';
import { findFreePort } from '../../src/launch/ports.js';
import { Person } from './person.js';

export interface BuiltSystemOptions {
  readonly dataDir: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export class BuiltSystem {
  readonly dataDir: string;
  readonly #options: BuiltSystemOptions;
  readonly #ports: { web: number; engine: number; sandbox: number };
  #child: ChildProcess | undefined;
  #output = '';

  static async create(options: BuiltSystemOptions): Promise<BuiltSystem> {
    const [web, engine, sandbox] = [await findFreePort(), await findFreePort(), await findFreePort()];
    return new BuiltSystem(options, { web, engine, sandbox });
  }

  private constructor(options: BuiltSystemOptions, ports: { web: number; engine: number; sandbox: number }) {
    this.#options = options;
    this.#ports = ports;
    this.dataDir = options.dataDir;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.#ports.web}`;
  }

  get sandboxUrl(): string {
    return `http://127.0.0.1:${this.#ports.sandbox}`;
  }

  get enginePort(): number {
    return this.#ports.engine;
  }

  /** What it printed, for the message of a failing test. */
  get output(): string {
    return this.#output;
  }

  /** Resolves when /readyz says so; rejects with the output when the process ends before. */
  async start(timeoutMs = 60_000): Promise<void> {
    const entry = path.join(projectRoot, 'dist', 'src', 'launch', 'main.js');
    this.#child = spawn(process.execPath, ['--enable-source-maps', entry, ...(this.#options.args ?? [])], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: projectRoot,
      env: { ...process.env, ...this.#environment(), ...this.#options.env },
    });
    const child = this.#child;
    child.stdout?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    await Person.until('the system to be ready', () => this.#isReady(child), timeoutMs).catch((error: Error) => {
      throw new Error(`${error.message}\n${this.#output.slice(-3000)}`);
    });
  }

  #environment(): Record<string, string> {
    return {
      TONGBAN_DATA: this.dataDir,
      TONGBAN_TOOLS: path.join(projectRoot, '.tongban', 'tools'),
      PORT: String(this.#ports.web),
      ENGINE_PORT: String(this.#ports.engine),
      SANDBOX_PORT: String(this.#ports.sandbox),
      LOG_LEVEL: 'warn',
    };
  }

  async #isReady(child: ChildProcess): Promise<boolean> {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const response = await fetch(`${this.baseUrl}/readyz`, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  }

  /** SIGKILL to the process, and to the servers it had started when `all` is set. */
  async kill(all: boolean): Promise<void> {
    const child = this.#child;
    if (!child?.pid) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (all) for (const pid of this.#servicePids()) killIfThere(pid);
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    this.#child = undefined;
  }

  /** Ctrl-C; resolves with the exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child;
    if (!child?.pid) return 0;
    const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    this.#child = undefined;
    return code;
  }

  #servicePids(): number[] {
    const run = path.join(this.dataDir, 'run');
    return readdirSync(run).map(
      (name) => (JSON.parse(readFileSync(path.join(run, name), 'utf8')) as { pid: number }).pid,
    );
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
