import path from 'node:path';
import { startEngine } from '../../src/engine/index.js';
import { silentLogger } from '../../src/shared/logger.js';
import { describeBundleCases } from './bundle-cases.js';

describeBundleCases({
  name: 'the embedded engine',
  async start({ dataDir, records, clock }) {
    const engine = await startEngine({
      dataDir: path.join(dataDir, 'engine'),
      port: 0,
      clock,
      exporter: records,
      logger: silentLogger,
    });
    return {
      address: `127.0.0.1:${engine.port}`,
      // It runs on the shared clock, which has moved already.
      advance: () => Promise.resolve(),
      stop: () => engine.close(),
    };
  },
});
