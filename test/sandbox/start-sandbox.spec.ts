import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js';
import { silentLogger } from '../../src/shared/logger.js';

const SECRET = 'test-secret';
const PERSON = { name: '张三', idNumber: '450102199001011234' };

describe('department sandbox', () => {
  let dataDir: string;
  let sandbox: Sandbox;

  const start = async (): Promise<Sandbox> =>
    startSandbox({ port: 0, dataDir, callbackSecret: SECRET, logger: silentLogger });
  beforeEach(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
    sandbox = await start();
    for (const system of ['gongan', 'renshe', 'yibao', 'bank'])
      await put(`/control/${system}`, { delayMs: 0, callbackDelayMs: 0 });
  });
  afterEach(async () => {
    await sandbox.close();
    rmSync(dataDir, { recursive: true });
  });

  const send = (method: string, url: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(sandbox.url + url, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const put = (url: string, body: object): Promise<Response> => send('PUT', url, body);
  const post = (url: string, body: object, key: string, caseNumber = 'TB1', signal?: AbortSignal): Promise<Response> =>
    fetch(sandbox.url + url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, 'x-case-number': caseNumber },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
  const check = (key: string, caseNumber?: string): Promise<Response> =>
    post('/gongan/identity-checks', PERSON, key, caseNumber);
  const json = async (response: Response): Promise<Record<string, unknown>> =>
    (await response.json()) as Record<string, unknown>;
  const log = async (caseNumber: string): Promise<{ calls: Record<string, unknown>[]; callbacks: object[] }> =>
    (await (await fetch(`${sandbox.url}/control/log?caseNumber=${caseNumber}`)).json()) as never;

  it('does a call once and answers its repetitions the same, also at the same time', async () => {
    const answers = await Promise.all(['k1', 'k1', 'k1'].map(async (key) => json(await check(key))));
    expect(new Set(answers.map((answer) => answer['verificationId'])).size).to.equal(1);
    expect((await log('TB1')).calls)
      .to.have.lengthOf(1)
      .and.to.have.nested.property('[0].timesSeen', 3);
    expect((await log('TB1')).calls[0]).to.include({ timesDone: 1, lastAnswer: 200 });
  });

  it('says what is wrong with a request and counts nothing', async () => {
    const response = await post('/gongan/identity-checks', { name: '张三' }, 'k1');
    expect(response.status).to.equal(400);
    expect((await json(response))['reason']).to.contain('/idNumber');
    expect((await log('TB1')).calls).to.deep.equal([]);
  });

  it('refuses one case only when told so', async () => {
    await put('/control/cases/TB2/gongan', { outcome: 'refuse', refuseReason: '照片不符' });
    const refused = await check('k1', 'TB2');
    expect(refused.status).to.equal(422);
    expect(await json(refused)).to.deep.equal({ code: 'GONGAN_REFUSED', reason: '照片不符' });
    expect((await check('k2', 'TB1')).status).to.equal(200);
  });

  it('fails as often as told, then works', async () => {
    await put('/control/cases/TB1/gongan', { outcome: 'fault', faultTimes: 2 });
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await check('k1')).status);
    expect(statuses).to.deep.equal([503, 503, 200, 200]);
    expect((await log('TB1')).calls[0]).to.include({ timesSeen: 4, timesDone: 1 });
  });

  it('cuts the connection, or never answers, when told so', async () => {
    await put('/control/gongan', { outcome: 'fault', faultKind: 'drop' });
    expect(await check('k1').catch((error: Error) => error)).to.be.instanceOf(TypeError);
    await put('/control/gongan', { outcome: 'hang' });
    const timedOut = await post('/gongan/identity-checks', PERSON, 'k2', 'TB1', AbortSignal.timeout(300)).catch(
      (error: Error) => error,
    );
    expect(timedOut).to.have.property('name', 'TimeoutError');
  });

  it('refuses a setting it does not know', async () => {
    expect((await put('/control/gongan', { outcome: 'maybe' })).status).to.equal(400);
    expect((await put('/control/shuiwu', { outcome: 'ok' })).status).to.equal(404);
  });

  it('sets a PIN only for a card it has issued, and keeps no PIN', async () => {
    expect((await post('/renshe/cards/RS1/pin', { pin: '246810' }, 'k1')).status).to.equal(404);
    const applied = await post('/renshe/cards', { ...PERSON, phone: '13800000000', applicationKind: 'first' }, 'k2');
    const { applicationNumber } = await json(applied);
    const set = await post(`/renshe/cards/${String(applicationNumber)}/pin`, { pin: '246810' }, 'k3');
    expect(set.status).to.equal(200);
    expect(JSON.stringify(await log('TB1'))).not.to.contain('246810');
  });

  describe('card order', () => {
    let receiver: Server;
    let received: { body: string; signature: string | undefined }[];
    let status: number;

    beforeEach(async () => {
      received = [];
      status = 202;
      receiver = createServer((request, response) => {
        void readBody(request).then((body) => {
          received.push({ body, signature: request.headers['x-signature'] as string | undefined });
          response.writeHead(status).end();
          receiver.emit('received');
        });
      });
      receiver.listen(0, '127.0.0.1');
      await once(receiver, 'listening');
    });
    afterEach(async () => {
      receiver.closeAllConnections();
      await new Promise((resolve) => receiver.close(resolve));
    });

    const order = async (): Promise<Record<string, unknown>> => {
      const opened = await post('/bank/accounts', { ...PERSON, phone: '13800000000', bank: 'bank-a' }, 'account');
      const { accountId } = await json(opened);
      const callbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/card-made`;
      return json(await post('/bank/card-orders', { accountId, caseNumber: 'TB1', callbackUrl }, 'order'));
    };

    it('calls back, signed, until it is accepted', async () => {
      status = 503;
      const refusedOnce = once(receiver, 'received');
      const { requestId } = await order();
      await refusedOnce;
      status = 202;
      await once(receiver, 'received');
      const last = received.at(-1)!;
      expect(JSON.parse(last.body)).to.include({ caseNumber: 'TB1', requestId }).and.to.have.property('cardNumber');
      expect(last.signature).to.equal(createHmac('sha256', SECRET).update(last.body).digest('hex'));
    });

    it('still answers the same and still owes the call-back after a restart', async () => {
      await put('/control/bank', { callbackDelayMs: 400 });
      const first = await order();
      await sandbox.close();
      expect(received).to.deep.equal([]);
      const arrived = once(receiver, 'received');
      sandbox = await start();
      expect(await order()).to.deep.equal(first);
      await arrived;
      expect(JSON.parse(received[0]!.body)).to.include({ requestId: first['requestId'] });
    });
  });
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
