import path from 'node:path';
import { findFreePort } from '../../src/launch/ports.js';
import { findOrFetchZeebe } from '../../src/launch/zeebe/find-or-fetch-zeebe.js';
import { startZeebe } from '../../src/launch/zeebe/start-zeebe.js';
import { projectRoot } from '../../src/shared/project-root.js';
import { describeBundleCases } from './bundle-cases.js';

const toolsDir = process.env['TONGBAN_TOOLS'] ?? path.join(projectRoot, '.tongban', 'tools');

describeBundleCases({
  name: 'Zeebe 8.5.8',
  async start({ dataDir, records }) {
    const log = (message: string): void => console.log(`      ${message}`);
    const zeebe = await startZeebe({
      ...(await findOrFetchZeebe(toolsDir, log)),
      dataDir: path.join(dataDir, 'zeebe'),
      ports: {
        gateway: await findFreePort(),
        command: await findFreePort(),
        internal: await findFreePort(),
        monitoring: await findFreePort(),
      },
      export: records,
      controllableClock: true,
      log,
    });
    return {
      address: zeebe.address,
      advance: async (milliseconds) => zeebe.clock?.advance(milliseconds),
      stop: () => zeebe.stop(),
    };
  },
});
