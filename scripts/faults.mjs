/** npm run faults -- --rounds N: see test/engine/durability/faults-main.ts. Sets itself up on a fresh clone. */
import path from 'node:path';
import { install, root, run } from './lib.mjs';

install();
const entry = path.join(root, 'test/engine/durability/faults-main.ts');
run(process.execPath, ['--import', 'tsx', entry, ...process.argv.slice(2)]);
