/**
 * Child of the crash spec: an engine under load that kills itself, with no chance to tidy up, when the fault point given is
 * passed for the n-th time. Prints a line for each acknowledged instance and completed job.
 * Arguments: data folder, fault point (or `none`), count.
 */
import { writeSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import type { FaultPoint } from '../../../src/engine/processing/fault-points.js';
import { openDoor } from '../../../src/engine/open-door.js';
import type { ProcessInstanceCreationValue, Values } from '../../../src/engine/protocol/value-types.js';
import { fixture } from '../support/fixture.js';

const [, , dataDir = '', point = 'none', count = '1'] = process.argv;
let left = Number(count);

/** Straight to the descriptor: a buffered line would be lost with the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const door = await openDoor({
  dataDir,
  recordTail: Infinity,
  faultPoints: {
    [point as FaultPoint]: () => {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
    },
  },
});

const resource = readFileSync(fixture('service-task.bpmn')).toString('base64');
await door.execute({
  valueType: 'DEPLOYMENT',
  intent: 'CREATE',
  key: -1,
  value: { resources: [{ resourceName: 'service-task.bpmn', resource }] } as Values['DEPLOYMENT'],
});

await Promise.all(Array.from({ length: 8 }, (_, lane) => load(lane)));

async function load(lane: number): Promise<void> {
  for (let round = 0; ; round += 1) {
    const created = await door.execute({
      valueType: 'PROCESS_INSTANCE_CREATION',
      intent: 'CREATE',
      key: -1,
      value: {
        bpmnProcessId: 'service-task',
        version: -1,
        processDefinitionKey: -1,
        processInstanceKey: -1,
        variables: { x: lane * 1_000_000 + round },
        fetchVariables: [],
        startInstructions: [],
        tenantId: '<default>',
      },
    });
    say(`created ${(created.value as ProcessInstanceCreationValue).processInstanceKey}`);
    const request = { type: 'task', worker: 'w', timeout: 60_000, maxJobsToActivate: 1, fetchVariables: [] };
    const activated = await door.activateJobs(request);
    const job = activated.ok ? activated.jobs[0] : undefined;
    if (job === undefined) continue;
    await door.execute({ valueType: 'JOB', intent: 'COMPLETE', key: job.key, value: { ...job.value, variables: {} } });
    say(`completed ${job.value.processInstanceKey}`);
  }
}
