/** Programs on the PATH and tools fetched into the tools folder. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Absolute path of a program on the PATH, or undefined. */
export async function findCommand(name: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('/bin/sh', ['-c', `command -v "$1"`, 'sh', name]);
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Runs a set-up step. @throws Error with the end of what it printed. */
export async function runStep(
  command: string,
  args: string[],
  options: { cwd?: string; timeoutMs: number },
): Promise<string> {
  try {
    const { stdout } = await run(command, args, {
      cwd: options.cwd,
      timeout: options.timeoutMs,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const output = error as { stdout?: string; stderr?: string; message: string };
    const tail = `${output.stdout ?? ''}\n${output.stderr ?? ''}`.trim().split('\n').slice(-15).join('\n');
    throw new Error(`${command} ${args.join(' ')} failed: ${tail || output.message}`);
  }
}
