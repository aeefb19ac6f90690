/** npm run bench:engine: see bench/engine/run.ts. Sets itself up on a fresh clone. */
import { build, root, run } from './lib.mjs';
import path from 'node:path';

await build();
run(process.execPath, ['--import', 'tsx', path.join(root, 'bench/engine/run.ts'), ...process.argv.slice(2)]);
