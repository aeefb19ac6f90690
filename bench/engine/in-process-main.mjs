/** Child of in-process.ts, over the built engine: prints instances per second. Argument: data folder. */
import { readFileSync } from 'node:fs';
import { startEngine } from '../../dist/src/engine/index.js';

const INSTANCES = 10_000;
const IN_FLIGHT = 256;
const TYPES = ['first', 'second', 'last'];
const tenantId = '<default>';
const { door, close } = await startEngine({ dataDir: process.argv[2], port: 'none' });
const resource = readFileSync(new URL('./models/sequence.bpmn', import.meta.url)).toString('base64');
await execute('DEPLOYMENT', 'CREATE', -1, { resources: [{ resourceName: 'sequence.bpmn', resource }], tenantId });
let started = 0;
let done = 0;
let wanted = 0;
let finished = () => {};
for (const type of TYPES) work(type);
await complete(2_000);
const startedAt = performance.now();
await complete(INSTANCES);
console.log(INSTANCES / ((performance.now() - startedAt) / 1000));
await close();

function execute(valueType, intent, key, value) {
  return door.execute({ valueType, intent, key, value });
}

function complete(instances) {
  wanted += instances;
  return new Promise((resolve) => {
    finished = resolve;
    for (let lane = 0; lane < IN_FLIGHT; lane += 1) start();
  });
}

function start() {
  if (started >= wanted) return;
  started += 1;
  void execute('PROCESS_INSTANCE_CREATION', 'CREATE', -1, {
    bpmnProcessId: 'sequence',
    version: -1,
    processDefinitionKey: -1,
    processInstanceKey: -1,
    variables: { complete: true, caseNumber: `TB${started}` },
    fetchVariables: [],
    startInstructions: [],
    tenantId,
  });
}

function work(type) {
  const request = { type, worker: 'bench', timeout: 60_000, maxJobsToActivate: IN_FLIGHT, fetchVariables: [] };
  let isBusy = false;
  let hasNews = false;
  door.onJobsAvailable(type, async () => {
    hasNews = true;
    if (isBusy) return;
    isBusy = true;
    while (hasNews) {
      hasNews = false;
      for (const job of (await door.activateJobs(request)).jobs) void completeJob(type, job);
    }
    isBusy = false;
  });
}

async function completeJob(type, { key, value }) {
  await execute('JOB', 'COMPLETE', key, { ...value, variables: {} });
  if (type !== 'last') return;
  done += 1;
  if (done === wanted) finished();
  else start();
}
