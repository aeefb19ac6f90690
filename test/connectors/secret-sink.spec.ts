import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js';
import { loadConfig } from '../../src/shared/config.js';
import { silentLogger } from '../../src/shared/logger.js';
import { createSecretSink } from '../../src/connectors/secret-sink.js';

describe('handing over a PIN', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  let applicationNumber: string;

  before(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'secret-sink-'));
    sandbox = await startSandbox({ port: 0, dataDir, callbackSecret: 'secret', logger: silentLogger });
    const applied = await fetch(`${sandbox.url}/renshe/cards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'apply' },
      body: JSON.stringify({ name: '张三', idNumber: '450103199003071234', phone: '1', applicationKind: 'first' }),
    });
    ({ applicationNumber } = (await applied.json()) as { applicationNumber: string });
  });
  after(async () => {
    await sandbox.close();
    rmSync(dataDir, { recursive: true });
  });

  const hand = (secrets: Record<string, unknown>): Promise<unknown> =>
    createSecretSink(loadConfig({ SANDBOX_URL: sandbox.url }))({
      system: 'renshe',
      name: 'set-pin',
      caseNumber: 'TB1',
      idempotencyKey: '1-2',
      variables: { renshe: { applicationNumber } },
      secrets,
    }).catch((error: unknown) => error);

  it('reaches the system and nothing else keeps it', async () => {
    expect(await hand({ pin: '135790', pinAgain: '135790' })).to.equal(undefined);
    const log = (await (await fetch(`${sandbox.url}/control/log?caseNumber=TB1`)).json()) as { calls: object[] };
    expect(log.calls[0]).to.include({ system: 'renshe', timesDone: 1, lastAnswer: 200 });
  });

  it('refuses two that differ before anything is sent', async () => {
    const refused = await hand({ pin: '135790', pinAgain: '135791' });
    expect(refused).to.include({ kind: 'invalid', code: 'TASK_DATA_INVALID' });
  });
});
