/** `npm start`: one-machine mode. Options: `--engine embedded|zeebe`. */
import { parseArgs } from 'node:util';
import { loadConfig } from '../shared/config.js';
import { createLogger } from '../shared/logger.js';
import { startOneMachine, type OneMachine } from './one-machine.js';
import type { EngineChoice } from './start-engine-part.js';

const startedAt = performance.now();
const say = (message: string): void => console.log(`[tongban] ${message}`);

try {
  await main();
} catch (error) {
  console.error(`[tongban] ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const engine = engineOf(parseArgs({ options: { engine: { type: 'string' } } }).values.engine);
  const config = loadConfig();
  // People read the terminal, so the detail goes to a file there.
  const logger = createLogger(config.logLevel, `${config.dataDir}/logs/tongban.log`);
  say(`starting; data in ${config.dataDir}`);
  const machine = await startOneMachine({ config, engine, logger, log: say });
  printBanner(machine);
  stopOnSignals(machine);
}

function engineOf(text: string | undefined): EngineChoice {
  if (text === undefined || text === 'embedded') return 'embedded';
  if (text === 'zeebe') return 'zeebe';
  throw new Error(`--engine must be embedded or zeebe, but is '${text}'.`);
}

function printBanner({ addresses, parts, demoUsers }: OneMachine): void {
  const accounts = demoUsers.map((user) => `${user.userName}（${user.displayName}）`).join('  ');
  console.log(`
通办 Tongban 已就绪 · ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s

  办事大厅 hall      ${addresses.web}/
  建模工作室 studio  ${addresses.web}/modeler/
  部门沙箱 sandbox   ${addresses.sandbox}/
  引擎 gRPC          ${addresses.engine}

  引擎 engine    ${parts.engine}
  数据库 database ${parts.database}
  队列 queue     ${parts.queue}
  数据 data      ${parts.data}   日志 log ${parts.data}/logs/tongban.log

  演示账号 demo accounts（口令均为 tongban-demo，演示数据）
  ${accounts}

  Ctrl-C 停止 · stops everything in order`);
}

/** The first signal stops in order; a second one does not wait. */
function stopOnSignals(machine: OneMachine): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    say('stopping (press again to stop at once) …');
    void machine.close().then(() => {
      say('stopped; nothing was lost');
      process.exit(0);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
