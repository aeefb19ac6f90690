import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDoor, type OpenedDoor } from '../../../src/engine/open-door.js';
import type { Values } from '../../../src/engine/protocol/value-types.js';

async function publish(door: OpenedDoor, text: string): Promise<number> {
  const value = { name: 'm', correlationKey: 'k', messageId: '', timeToLive: 3_600_000, variables: { text } };
  const command = { ...value, deadline: -1, tenantId: '<default>' } as Values['MESSAGE'];
  return (await door.execute({ valueType: 'MESSAGE', intent: 'PUBLISH', key: -1, value: command })).key;
}

describe('an engine whose disk fails it', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tongban-disk-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

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
