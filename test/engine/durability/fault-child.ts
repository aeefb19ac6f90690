/**
 * Child of the fault rounds: engines with their gateways, each over a folder of its own, in one process, so that one kill
 * ends as many rounds. Argument: JSON of `ChildOrder`. Prints the ports as JSON.
 */
import { startEngine } from '../../../src/engine/index.js';
import type { ChildOrder } from './fault-rounds.js';

const order = JSON.parse(process.argv[2] ?? '{}') as ChildOrder;
let left = order.after;
const engines = await Promise.all(
  order.folders.map((dataDir, index) =>
    startEngine({
      dataDir,
      port: 0,
      recordTail: Infinity,
      faultPoints:
        order.point !== 'random' && index === order.victim
          ? {
              [order.point]: () => {
                left -= 1;
                if (left === 0) process.kill(process.pid, 'SIGKILL');
              },
            }
          : {},
    }),
  ),
);
console.log(JSON.stringify(engines.map((engine) => engine.port)));
