/** `npm run sandbox`: the department sandbox alone. */
import path from 'node:path';
import { ConfigError, loadConfig } from '../shared/config.js';
import { keptSecrets } from '../shared/kept-secrets.js';
import { createLogger } from '../shared/logger.js';
import { startSandbox } from './start-sandbox.js';

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const { sandboxPort: port, host } = config;
  const dataDir = path.join(config.dataDir, 'sandbox');
  // The same key that the API checks the call-backs with.
  const { callbackSecret } = keptSecrets(config.dataDir);
  const sandbox = await startSandbox({ port, host, dataDir, callbackSecret, logger });
  console.log(`部门沙箱（演示）：${sandbox.url}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}
