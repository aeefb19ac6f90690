import { parseArgs } from 'node:util';
import { loadConfig } from '../shared/config.js';
import { startEngine } from './index.js';

/**
 * `engine --port 26500 --data DIR --records-url URL --records-user NAME`: runs the engine alone until SIGINT or SIGTERM.
 * Its records go to the URL (an API's `/internal/records`, or an Elasticsearch); without one, nowhere. The password comes
 * from RECORDS_PASSWORD only: the command line is there for everybody on the machine to see.
 */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '26500' },
      data: { type: 'string', default: '.tongban/engine' },
      host: { type: 'string', default: '127.0.0.1' },
      'records-url': { type: 'string' },
      'records-user': { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`Expected --port to be a port, found ${values.port}`);
  const exporter = recordTarget(values['records-url'], values['records-user']);
  const engine = await startEngine({ port, host: values.host, dataDir: values.data, ...(exporter && { exporter }) });
  console.log(`Engine ready on ${values.host}:${engine.port}, data in ${values.data}`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await engine.close();
}

interface RecordTarget {
  url: string;
  username: string;
  password: string | undefined;
}

function recordTarget(url: string | undefined, user: string | undefined): RecordTarget | undefined {
  if (url === undefined) return undefined;
  if (!URL.canParse(url)) throw new Error(`Expected --records-url to be a URL, found ${url}`);
  const { recordsUser, recordsPassword } = loadConfig();
  return { url, username: user ?? recordsUser, password: recordsPassword };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
