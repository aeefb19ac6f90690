/** npm run engine|api|workers|sandbox|zeebe: one part alone. */
import { build, runBuilt } from './lib.mjs';

const entries = {
  engine: 'engine/main.js',
  api: 'api/main.js',
  workers: 'workers/main.js',
  sandbox: 'sandbox/main.js',
  zeebe: 'launch/zeebe/main.js',
};
const [part, ...args] = process.argv.slice(2);
if (!(part in entries)) {
  console.error(`Usage: node scripts/run-part.mjs ${Object.keys(entries).join('|')} [options]`);
  process.exit(2);
}
await build();
runBuilt(entries[part], args);
