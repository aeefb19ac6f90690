/**
 * npm run conformance: the hand-written scenarios and COUNT (500) random processes on the embedded engine and on Zeebe
 * 8.5.8. `SEED=` repeats a run, `SEED=<seed>/<n> COUNT=1` one process of it.
 */
import { install, say, bin, root } from './lib.mjs';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

install();
const count = process.env.COUNT ?? '500';
const seed = process.env.SEED ?? randomBytes(4).toString('hex');
const env = { ...process.env, COUNT: count, SEED: seed, CI: 'true' };
let failed = false;
for (const suite of ['conformance', 'differential']) {
  say(`${suite}${suite === 'differential' ? `: ${count} random processes` : ''} …`);
  const { status } = spawnSync(bin('mocha'), ['--spec', `test/${suite}/**/*.spec.ts`], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
