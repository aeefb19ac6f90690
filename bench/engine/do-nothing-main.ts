/** The do-nothing gateway as a process: `do-nothing-main.ts PORT DATA_DIR`. */
import { startDoNothingGateway } from './do-nothing-gateway.js';

const [, , port = '0', dataDir = ''] = process.argv;
const gateway = await startDoNothingGateway(dataDir, Number(port));
console.log('ready');
process.once('SIGTERM', () => void gateway.close().then(() => process.exit(0)));
