import { parseArgs } from 'node:util';
import { startEngine } from './index.js';

/** `engine --port 26500 --data DIR`: runs the engine alone until SIGINT or SIGTERM. */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '26500' },
      data: { type: 'string', default: '.tongban/engine' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`Expected --port to be a port, found ${values.port}`);
  const engine = await startEngine({ port, host: values.host, dataDir: values.data });
  console.log(`Engine ready on ${values.host}:${engine.port}, data in ${values.data}`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await engine.close();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
