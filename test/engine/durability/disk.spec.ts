import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open, type Key } from 'lmdb';
import { openDoor, type OpenedDoor } from '../../../src/engine/open-door.js';
import type { Values } from '../../../src/engine/protocol/value-types.js';
import { workProcess } from '../support/work-process.js';

async function publish(door: OpenedDoor, text: string): Promise<number> {
  const value = { name: 'm', correlationKey: 'k', messageId: '', timeToLive: 3_600_000, variables: { text } };
  const command = { ...value, deadline: -1, tenantId: '<default>' } as Values['MESSAGE'];
  return (await door.execute({ valueType: 'MESSAGE', intent: 'PUBLISH', key: -1, value: command })).key;
}

/** What a folder looked like before values carried checksums. */
async function withoutChecksums(folder: string): Promise<void> {
  const root = open<Buffer, Key>({ path: folder, noSubdir: false, maxDbs: 64, encoding: 'binary' });
  for (const name of [...root.getKeys()].map(String)) {
    const table = root.openDB<Buffer, Key>(name, { encoding: 'binary' });
    for (const { key, value } of [...table.getRange()]) {
      if (key === 'format') table.removeSync(key);
      else table.putSync(key, Buffer.from(value.subarray(4)));
    }
  }
  await root.close();
}

describe('an engine whose disk fails it', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tongban-disk-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Flips a letter wherever the text of a value stands. */
  function damage(): void {
    const file = join(folder, 'data.mdb');
    const bytes = readFileSync(file);
    for (let at = bytes.indexOf('damage-me'); at >= 0; at = bytes.indexOf('damage-me', at + 1)) bytes[at] = 0x44;
    writeFileSync(file, bytes);
  }

  it('says that the disk is full, stops, and has all it acknowledged when there is room again', async function () {
    const small = join(folder, 'small');
    mkdirSync(small);
    // Only root may mount; elsewhere there is no small disk to be had.
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status !== 0) return this.skip();
    try {
      const reports: string[] = [];
      const onError = (message: string, error: unknown): void => void reports.push(`${message}: ${String(error)}`);
      const door = await openDoor({ dataDir: small, onError });
      const acknowledged: number[] = [];
      let refusal = '';
      while (refusal === '' && acknowledged.length < 10_000) {
        try {
          acknowledged.push(await publish(door, 'x'.repeat(20_000)));
        } catch (error) {
          refusal = String(error);
        }
      }
      expect(refusal).to.match(/EngineStopped.*is full/);
      expect(reports.join()).to.include('is full');
      expect(await publish(door, 'later').catch(String)).to.match(/EngineStopped/);
      await door.close();
      spawnSync('mount', ['-o', 'remount,size=64m', small]);
      const again = await openDoor({ dataDir: small });
      expect(acknowledged.filter((key) => !again.state.messages.has(key))).to.deep.equal([]);
      await publish(again, 'goes on');
      await again.close();
    } finally {
      spawnSync('umount', ['-l', small]);
    }
  });

  it('does not start on a file that is not its own', async () => {
    writeFileSync(join(folder, 'data.mdb'), Buffer.alloc(16_384, 'not a database'));
    expect(await openDoor({ dataDir: folder }).then(String, String)).to.match(/torn or corrupt/);
  });

  it('stops with a clear word when a row is not what was written, and leaves the file as it is', async () => {
    const door = await openDoor({ dataDir: folder });
    await publish(door, 'damage-me '.repeat(50));
    await door.close();
    damage();
    const reports: string[] = [];
    const again = await openDoor({ dataDir: folder, onError: (text, error) => void reports.push(`${text}: ${error}`) });
    expect(() => [...again.log.all()]).to.throw(/of records is not what was written/);
    expect(() => [...again.state.messages.rows()]).to.throw(/of messages is not what was written/);
    await again.close();
  });

  it('stops rather than decide on a damaged row', async () => {
    const door = await openDoor({ dataDir: folder });
    const { name, content } = workProcess('work');
    const resources = [{ resourceName: name, resource: content.toString('base64') }];
    const deployment = { resources } as Values['DEPLOYMENT'];
    await door.execute({ valueType: 'DEPLOYMENT', intent: 'CREATE', key: -1, value: deployment });
    const variables = { note: 'damage-me '.repeat(50) };
    const creation = { bpmnProcessId: 'work', version: -1, processDefinitionKey: -1, variables };
    const value = {
      ...creation,
      fetchVariables: [],
      startInstructions: [],
    } as unknown as Values['PROCESS_INSTANCE_CREATION'];
    await door.execute({ valueType: 'PROCESS_INSTANCE_CREATION', intent: 'CREATE', key: -1, value });
    await door.close();
    damage();
    const reports: string[] = [];
    const again = await openDoor({
      dataDir: folder,
      onError: (text, error) => void reports.push(`${text}: ${String(error)}`),
    });
    const request = { type: 'work', worker: 'w', timeout: 60_000, maxJobsToActivate: 1, fetchVariables: [] };
    expect(await again.activateJobs(request).then(String, String)).to.match(/EngineStopped.*of variables is not what/);
    expect(reports.join()).to.match(/The engine stops.*is not what was written/);
    expect(await publish(again, 'later').catch(String)).to.match(/EngineStopped/);
    await again.close();
  });

  it('gives the rows of a folder from before their checksums', async () => {
    const door = await openDoor({ dataDir: folder });
    const key = await publish(door, 'old');
    await door.close();
    await withoutChecksums(folder);
    const again = await openDoor({ dataDir: folder });
    expect(again.state.messages.get(key).variables).to.deep.equal({ text: 'old' });
    expect([...again.log.all()].map(({ intent }) => intent)).to.include('PUBLISHED');
    await again.close();
  });

  it('grows its file as it needs', async () => {
    const door = await openDoor({ dataDir: folder });
    const keys: number[] = [];
    for (let count = 0; count < 40; count += 1) keys.push(await publish(door, 'x'.repeat(500_000)));
    await door.close();
    const again = await openDoor({ dataDir: folder });
    expect(keys.filter((key) => !again.state.messages.has(key))).to.deep.equal([]);
    await again.close();
  });
});
