import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js';
import { AppError } from '../../src/shared/errors.js';
import { silentLogger } from '../../src/shared/logger.js';
import { callSystem, type SystemAnswer } from '../../src/connectors/call-system.js';
import { objectWith, personRequest, text } from '../../src/connectors/schemas.js';

describe('calling a department system', () => {
  let dataDir: string;
  let sandbox: Sandbox;

  before(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'call-system-'));
    sandbox = await startSandbox({ port: 0, dataDir, callbackSecret: 'secret', logger: silentLogger });
  });
  beforeEach(() => behave({ delayMs: 0, outcome: 'ok', faultTimes: 0, faultKind: 'unavailable' }));
  after(async () => {
    await sandbox.close();
    rmSync(dataDir, { recursive: true });
  });

  let calls = 0;
  const behave = async (change: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    await fetch(`${sandbox.url}/control/gongan`, { method: 'PUT', headers, body: JSON.stringify(change) });
  };
  const check = (
    change: Partial<Parameters<typeof callSystem>[0]> = {},
    idempotencyKey = `call-${(calls += 1)}`,
  ): Promise<SystemAnswer> =>
    callSystem({
      url: `${sandbox.url}/gongan/identity-checks`,
      body: { name: '张三', idNumber: '450103199003071234' },
      request: objectWith(personRequest),
      answer: objectWith({ verificationId: text }),
      caseNumber: 'TB1',
      idempotencyKey,
      ...change,
    });
  const failureOf = (answer: Promise<unknown>): Promise<unknown> => answer.catch((error: unknown) => error);

  it('gives the answer, and the same one for the same key', async () => {
    const first = await check({}, 'same');
    expect(first).to.have.property('ok', true);
    expect(await check({}, 'same')).to.deep.equal(first);
  });

  it('tells a refusal with code and reason', async () => {
    await behave({ outcome: 'refuse', refuseReason: '照片不符' });
    expect(await check()).to.deep.equal({
      ok: false,
      refusal: { kind: 'business', code: 'GONGAN_REFUSED', reason: '照片不符' },
    });
  });

  it('throws for a fault and for a cut connection, which are worth another try', async () => {
    await behave({ outcome: 'fault' });
    expect(await failureOf(check()))
      .to.be.instanceOf(AppError)
      .and.to.have.property('kind', 'unavailable');
    await behave({ faultKind: 'drop' });
    expect(await failureOf(check())).to.have.property('code', 'SYSTEM_UNAVAILABLE');
  });

  it('sends nothing that breaks the contract', async () => {
    const answer = await check({ body: { name: '张三', idNumber: '1' } }, 'never-sent');
    expect(answer).to.have.nested.property('refusal.kind', 'contract');
    const log = (await (await fetch(`${sandbox.url}/control/log?caseNumber=TB1`)).json()) as {
      calls: { key: string }[];
    };
    expect(log.calls.map((call) => call.key)).not.to.include('never-sent');
  });

  it('takes no answer that breaks the contract, and no address that does not exist', async () => {
    expect(await check({ answer: objectWith({ score: { type: 'number' } }) })).to.have.nested.property(
      'refusal.kind',
      'contract',
    );
    expect(await check({ url: `${sandbox.url}/gongan/nothing` })).to.have.nested.property('refusal.kind', 'contract');
  });
});
