/** `npm run sandbox`: the department sandbox alone. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, loadConfig } from '../shared/config.js';
import { newSecret } from '../shared/ids.js';
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
  const sandbox = await startSandbox({ port, host, dataDir, callbackSecret: callbackSecretIn(config.dataDir), logger });
  console.log(`部门沙箱（演示）：${sandbox.url}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}

/** The key that the API checks call-backs with (secrets.json, made at its first start); our own until there is one. */
function callbackSecretIn(dataDir: string): string {
  const shared = path.join(dataDir, 'secrets.json');
  if (existsSync(shared))
    return (JSON.parse(readFileSync(shared, 'utf8')) as { callbackSecret: string }).callbackSecret;
  const own = path.join(dataDir, 'sandbox', 'callback-secret');
  if (existsSync(own)) return readFileSync(own, 'utf8');
  const secret = newSecret();
  mkdirSync(path.dirname(own), { recursive: true });
  writeFileSync(own, secret, { mode: 0o600 });
  return secret;
}
