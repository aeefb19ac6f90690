import { expect } from 'chai';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDoor, type OpenedDoor } from '../../../src/engine/open-door.js';
import type { Values } from '../../../src/engine/protocol/value-types.js';
import { workProcess } from '../support/work-process.js';

const WAVE = 1_000;

async function deploy(door: OpenedDoor): Promise<void> {
  const { name, content } = workProcess('work');
  const resources = [{ resourceName: name, resource: content.toString('base64') }];
  const value = { resources } as Values['DEPLOYMENT'];
  await door.execute({ valueType: 'DEPLOYMENT', intent: 'CREATE', key: -1, value });
}

/** A thousand instances from start to end. */
async function wave(door: OpenedDoor): Promise<void> {
  const value = { bpmnProcessId: 'work', version: -1, processDefinitionKey: -1, variables: { note: 'x'.repeat(200) } };
  const creation = {
    valueType: 'PROCESS_INSTANCE_CREATION',
    intent: 'CREATE',
    key: -1,
    value: { ...value, fetchVariables: [], startInstructions: [] } as unknown as Values['PROCESS_INSTANCE_CREATION'],
  } as const;
  await Promise.all(Array.from({ length: WAVE }, () => door.execute(creation)));
  for (let done = 0; done < WAVE;) {
    const request = { type: 'work', worker: 'w', timeout: 60_000, maxJobsToActivate: 100, fetchVariables: [] };
    const result = await door.activateJobs(request);
    const jobs = result.ok ? result.jobs : [];
    await Promise.all(jobs.map(({ key, value }) => door.execute({ valueType: 'JOB', intent: 'COMPLETE', key, value })));
    done += jobs.length;
  }
}

function rowCounts(door: OpenedDoor): Record<string, number> {
  return Object.fromEntries(Object.entries(door.state.store.dump()).map(([table, rows]) => [table, rows.length]));
}

describe('the data of an engine that goes on for long', function () {
  this.timeout(120_000);
  let dataDir: string;
  let door: OpenedDoor;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tongban-compaction-'));
  });
  afterEach(async () => {
    await door.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const bytes = (): number => statSync(join(dataDir, 'data.mdb')).size;

  it('follows what runs, not what has been: rows go with their instances, pages are used again', async () => {
    door = await openDoor({ dataDir, recordTail: 2_000 });
    await deploy(door);
    const atFirst = rowCounts(door);
    for (let count = 0; count < 2; count += 1) await wave(door);
    const early = bytes();
    for (let count = 0; count < 8; count += 1) await wave(door);
    expect(rowCounts(door)).to.deep.equal({ ...atFirst, ...counters(door) });
    // Five times the history: a file that kept it would be as many times as large. Batches differ in size from run to run.
    expect(bytes()).to.be.at.most(early * 2);
    const oldest = door.readRecords(0, 1)[0]?.position ?? 0;
    const [newest] = [...door.log.all()].slice(-1);
    expect((newest?.position ?? 0) - oldest).to.be.lessThan(10_000);
  });

  it('keeps the records that an exporter lacks, and removes them once it has them', async () => {
    door = await openDoor({ dataDir, recordTail: 0 });
    await deploy(door);
    await door.acknowledgeExported('slow', 0);
    await wave(door);
    expect(door.readRecords(0, 1)[0]?.position).to.equal(1);
    const last = [...door.log.all()].at(-1)?.position ?? 0;
    await door.acknowledgeExported('slow', last);
    expect(door.readRecords(0, Infinity)).to.have.length.below(2);
  });
});

/** The engine's own counters are no instance's. */
function counters(door: OpenedDoor): Record<string, number> {
  const { 'engine-counters': count } = rowCounts(door);
  return count === undefined ? {} : { 'engine-counters': count };
}
