/** npm run faults -- --rounds 2000: kill -9 rounds, then a summary. `SEED=` repeats a run. */
import { parseArgs } from 'node:util';
import { runFaultRounds } from './fault-rounds.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } });
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
console.log(`SEED=${seed}`);
const startedAt = Date.now();
const summary = await runFaultRounds(Number(values.rounds), seed, (text) => console.log(text));
const seconds = Math.round((Date.now() - startedAt) / 1000);
console.log(`nothing lost: ${JSON.stringify({ ...summary, seconds, seed })}`);
