import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDoor, type OpenedDoor } from '../../../src/engine/open-door.js';
import type { FaultPoint } from '../../../src/engine/processing/fault-points.js';
import { current, rebuild } from '../support/rebuilt-state.js';

const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

interface Acknowledged {
  readonly created: number[];
  readonly completed: number[];
}

/** Runs an engine under load until it is gone; what it acknowledged. */
async function runUntilKilled(dataDir: string, point: FaultPoint | 'none', count: number): Promise<Acknowledged> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, dataDir, point, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (point === 'none' && text.split('\n').length > count) child.kill('SIGKILL');
  });
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  expect(signal, text).to.equal('SIGKILL');
  const lines = text.split('\n').slice(0, -1);
  const keys = (word: string): number[] =>
    lines.filter((line) => line.startsWith(word)).map((line) => Number(line.split(' ')[1]));
  return { created: keys('created'), completed: keys('completed') };
}

function expectKept(door: OpenedDoor, { created, completed }: Acknowledged): void {
  const started = new Set<number>();
  const ended = new Set<number>();
  for (const record of door.log.all()) {
    if (record.valueType !== 'PROCESS_INSTANCE' || record.recordType !== 'EVENT') continue;
    if (record.intent === 'ELEMENT_ACTIVATED') started.add(record.key);
    if (record.intent === 'ELEMENT_COMPLETED') ended.add(record.key);
  }
  expect(created.filter((key) => !started.has(key))).to.deep.equal([]);
  expect(completed.filter((key) => !ended.has(key))).to.deep.equal([]);
  for (const key of created) expect(door.state.elementInstances.has(key)).to.equal(!ended.has(key));
}

describe('an engine killed under load', function () {
  this.timeout(60_000);
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'tongban-crash-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const moments: [FaultPoint | 'none', number][] = [
    ['after-batch-processed', 40],
    ['before-commit', 60],
    ['after-commit', 50],
    ['before-answer', 70],
    ['none', 200],
  ];
  for (const [point, count] of moments) {
    it(`at ${point}: has all it acknowledged, in a state that its log tells, and works on`, async () => {
      const acknowledged = await runUntilKilled(dataDir, point, count);
      expect(acknowledged.created).to.not.be.empty;
      const door = await openDoor({ dataDir, recordTail: Infinity });
      try {
        expectKept(door, acknowledged);
        expect(current(door)).to.deep.equal(rebuild(door));
      } finally {
        await door.close();
      }
      const again = await runUntilKilled(dataDir, 'none', 50);
      expect(new Set([...acknowledged.created, ...again.created]).size).to.equal(
        acknowledged.created.length + again.created.length,
      );
    });
  }
});
