/** `npm run zeebe`: Zeebe 8.5.8 alone, its records sent to the API. */
import path from 'node:path';
import { ConfigError, loadConfig } from '../../shared/config.js';
import { keptSecrets } from '../../shared/kept-secrets.js';
import { assertPortFree, findFreePort } from '../ports.js';
import { findOrFetchZeebe } from './find-or-fetch-zeebe.js';
import { startZeebe } from './start-zeebe.js';

const say = (message: string): void => console.log(`[zeebe] ${message}`);

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const config = loadConfig();
  await assertPortFree(config.enginePort, 'ENGINE_PORT');
  const installed = await findOrFetchZeebe(config.toolsDir, say);
  const zeebe = await startZeebe({
    ...installed,
    dataDir: path.join(config.dataDir, 'zeebe'),
    ports: {
      gateway: config.enginePort,
      command: await findFreePort(),
      internal: await findFreePort(),
      monitoring: await findFreePort(),
    },
    export: {
      url: `${config.publicUrl}/internal/records`,
      username: config.recordsUser,
      password: config.recordsPassword ?? keptSecrets(config.dataDir).recordsPassword,
    },
    log: say,
  });
  say(`ready at ${zeebe.address}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void zeebe.stop());
}
