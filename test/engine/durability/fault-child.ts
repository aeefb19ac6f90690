/**
 * Child of the fault rounds: an engine with its gateway that kills itself at the point it is told, with no chance to tidy
 * up. Argument: JSON of `ChildOrder`. Prints `port <number>` when it is ready, and `at <point>` before the end.
 */
import { writeSync } from 'node:fs';
import { startEngine } from '../../../src/engine/index.js';
import type { ChildOrder } from './fault-rounds.js';

const { dataDir, point, after } = JSON.parse(process.argv[2] ?? '{}') as ChildOrder;
let left = after;

function passed(): void {
  left -= 1;
  if (left !== 0) return;
  // Straight to the descriptor: a buffered line would be lost with the process.
  writeSync(1, `at ${point}\n`);
  process.kill(process.pid, 'SIGKILL');
}

const faultPoints = point === 'random' ? {} : { [point]: passed };
const engine = await startEngine({ dataDir, port: 0, recordTail: Infinity, faultPoints });
writeSync(1, `port ${engine.port}\n`);
