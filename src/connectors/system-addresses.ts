/** Where the department systems answer: the sandbox, or whatever plays its part. */
import type { Config } from '../shared/config.js';

/** Without a slash at the end. Every system has its own path below the one base. */
export function baseUrlOf(system: string, config: Config): string {
  const base = config.sandboxUrl ?? `http://127.0.0.1:${config.sandboxPort}`;
  return `${base}/${system}`;
}
