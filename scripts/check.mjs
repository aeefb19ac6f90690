/** npm run check: what CI runs, all of it. */
import './test.mjs';
