import { isDeepStrictEqual } from 'node:util';
import { openDoor, type OpenedDoor } from '../../../src/engine/open-door.js';
import type { JobBatchValue, Values } from '../../../src/engine/protocol/value-types.js';
import { current, rebuild } from '../support/rebuilt-state.js';
import type { Acknowledged } from './gateway-load.js';

/** An engine's data, and what the engines that ran on it acknowledged. */
export interface Folder {
  readonly path: string;
  readonly acknowledged: Acknowledged;
}

/**
 * Opens the folder again.
 * @param when which round it was, for the error
 * @throws Error that names what was lost or is half done
 */
export async function checkFolder({ path, acknowledged }: Folder, when: string): Promise<void> {
  const door = await openDoor({ dataDir: path, recordTail: Infinity });
  try {
    // Commands that the kill left in the log are taken up before this one is answered.
    await door.execute({ valueType: 'INCIDENT', intent: 'RESOLVE', key: 1, value: {} as Values['INCIDENT'] });
    const problems = [...missing(door, acknowledged), ...halfDone(door)];
    if (!isDeepStrictEqual(current(door), rebuild(door))) problems.push('the state is not the one that the log tells');
    if (problems.length > 0) throw new Error(`${when}: ${problems.join('; ')}`);
  } finally {
    await door.close();
  }
}

function missing(door: OpenedDoor, { instances, activatedJobs, completedJobs, messages }: Acknowledged): string[] {
  const found = { instances: new Set<number>(), activated: new Set<number>(), completed: new Set<number>() };
  let last = 0;
  const problems: string[] = [];
  for (const { position, recordType, valueType, intent, key, value } of door.log.all()) {
    if (position !== last + 1) problems.push(`position ${position} follows ${last}`);
    last = position;
    if (recordType !== 'EVENT') continue;
    if (valueType === 'PROCESS_INSTANCE' && intent === 'ELEMENT_ACTIVATED') found.instances.add(key);
    if (valueType === 'JOB' && intent === 'COMPLETED') found.completed.add(key);
    if (valueType === 'JOB_BATCH') for (const job of (value as JobBatchValue).jobKeys) found.activated.add(job);
  }
  const lost = (what: string, keys: readonly number[], isThere: (key: number) => boolean): void => {
    const gone = keys.filter((key) => !isThere(key));
    if (gone.length > 0) problems.push(`${gone.length} acknowledged ${what} are gone`);
  };
  lost('instances', instances, (key) => found.instances.has(key));
  lost('activations', activatedJobs, (key) => found.activated.has(key));
  lost('completions', completedJobs, (key) => found.completed.has(key) && !door.state.jobs.has(key));
  lost('messages', messages, (key) => door.state.messages.has(key));
  return problems;
}

/** An instance of three tasks stands at exactly one of them, with a job. */
function halfDone({ state }: OpenedDoor): string[] {
  const problems: string[] = [];
  for (const [key, instance] of state.elementInstances.rows()) {
    if (instance.value.bpmnElementType !== 'PROCESS') continue;
    const children = state.children.keys(key as number);
    const task = state.elementInstances.find(children[0] ?? -1);
    if (children.length !== 1 || task === undefined || !state.jobs.has(task.jobKey)) {
      problems.push(`instance ${String(key)} stands at ${children.length} elements, job ${task?.jobKey}`);
    }
  }
  return problems;
}
