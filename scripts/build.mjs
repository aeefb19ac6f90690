/** npm run build: installs what is missing and builds what has changed. */
import { build } from './lib.mjs';

await build();
