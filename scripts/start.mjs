/** npm start: everything on one machine. Sets itself up on a fresh clone. Options: `-- --engine zeebe`. */
import { build, runBuilt } from './lib.mjs';

await build();
runBuilt('launch/main.js', process.argv.slice(2));
