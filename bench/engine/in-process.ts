/** The engine without gRPC, on disk: a process that embeds it and talks to its door. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Three-task instances per second, durable, measured in a process of its own. */
export async function measureInProcess(dataDir: string): Promise<number> {
  const entry = fileURLToPath(new URL('./in-process-main.mjs', import.meta.url));
  const child = spawn(process.execPath, ['--max-semi-space-size=32', entry, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`Expected the in-process run to end well, but it ended with ${String(code)}`);
  return Number(text);
}
