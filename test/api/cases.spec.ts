/** Cases, tasks, files and call-backs over HTTP, with the real engine behind: no workers, so that nothing moves by itself. */
import { createHmac, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { applicationForm, BUNDLE, onePixelPng, submitCardCase } from '../support/card-case.js';
import { ProblemError, type Person, type Problem } from '../support/person.js';
import { startTestApi, type TestApi } from '../support/test-api.js';

describe('cases over HTTP', function () {
  this.timeout(90_000);
  let api: TestApi;
  let zhangsan: Person;
  before(async () => {
    api = await startTestApi();
    zhangsan = await api.as('zhangsan');
  });
  after(() => api.close());

  async function problemOf(work: Promise<unknown>): Promise<Problem> {
    try {
      await work;
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
    throw new Error('expected a problem');
  }

  it('tells who is signed in, and nobody after signing out', async () => {
    const anonymous = (await (await fetch(`${api.url}/api/session`)).json()) as object;
    expect(anonymous).to.deep.equal({ user: null, csrfToken: '' });
    const lisi = await api.as('lisi');
    const session = (await lisi.call('GET', '/api/session')) as { user: object };
    expect(session.user).to.deep.include({ userName: 'lisi', displayName: '李四', role: 'applicant', demo: true });
    expect(JSON.stringify(session)).not.to.match(/password|hash/i);
    await lisi.call('DELETE', '/api/session');
    expect(await lisi.call('GET', '/api/session')).to.deep.include({ user: null });
  });

  it('shows the catalogue to everybody: manifest, guide, forms, and an older version when asked', async () => {
    const list = (await (await fetch(`${api.url}/api/bundles`)).json()) as { items: { id: string }[] };
    expect(list.items.map((bundle) => bundle.id)).to.deep.equal([BUNDLE]);
    const url = `${api.url}/api/bundles/${BUNDLE}`;
    const bundle = (await (await fetch(url)).json()) as Record<string, unknown>;
    expect(bundle).to.include({ id: BUNDLE, version: 1, startForm: 'application' });
    expect(bundle['forms']).to.have.property('application');
    expect((await fetch(`${url}?version=1`)).status).to.equal(200);
    expect((await fetch(`${url}?version=99`)).status).to.equal(404);
  });

  it('files once: 201, then 200 with the same case for the same key; 422 for another body; 400 without a key', async () => {
    const key = randomUUID();
    const filed = await submitCardCase(zhangsan, key);
    const session = (await zhangsan.call('GET', '/api/cases')) as { items: { caseNumber: string }[] };
    expect(session.items[0]?.caseNumber).to.equal(filed.caseNumber);
    const body = { bundleId: BUNDLE, channel: 'online', form: applicationForm(), materials: [] };
    const reused = await problemOf(zhangsan.call('POST', '/api/cases', body, { 'Idempotency-Key': key }));
    expect(reused).to.include({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    const keyless = await problemOf(zhangsan.call('POST', '/api/cases', body));
    expect(keyless).to.include({ status: 400, code: 'IDEMPOTENCY_KEY_MISSING' });
    const missing = await problemOf(zhangsan.call('POST', '/api/cases', body, { 'Idempotency-Key': randomUUID() }));
    expect(missing).to.include({ status: 400, code: 'CASE_MATERIALS_MISSING' });
    expect(missing.errors).to.have.length(3);
  });

  it('gives a file back with headers that let it do nothing, to those who may see it', async () => {
    const fileId = await zhangsan.upload(BUNDLE, 'photo', onePixelPng, '证件照 1.png', 'image/png');
    const answer = await zhangsan.fetch(`/api/materials/${fileId}`);
    expect(answer.status).to.equal(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(onePixelPng)).to.equal(true);
    expect(answer.headers.get('content-type')).to.equal('image/png');
    expect(answer.headers.get('content-disposition')).to.contain(encodeURIComponent('证件照 1.png'));
    expect(answer.headers.get('x-content-type-options')).to.equal('nosniff');
    expect(answer.headers.get('content-security-policy')).to.contain('sandbox');
    expect(answer.headers.get('cache-control')).to.contain('no-store');
    const renshe = await api.as('renshe');
    expect((await renshe.fetch(`/api/materials/${fileId}`)).status).to.equal(404);
  });

  it('refuses a file that only claims to be a picture', async () => {
    const upload = zhangsan.upload(BUNDLE, 'photo', Buffer.from('<svg onload="x"/>'), 'x.png', 'image/png');
    expect(await problemOf(upload)).to.include({ status: 415, code: 'MATERIAL_TYPE_MISMATCH' });
  });

  it('takes the bank’s call-back with the right signature only', async () => {
    const { caseNumber } = await submitCardCase(zhangsan);
    const body = JSON.stringify({ caseNumber, requestId: 'ZK00000001', cardNumber: '6217000000000000001' });
    const post = (signature: string): Promise<Response> =>
      fetch(`${api.url}/api/callbacks/bank/card-made`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Signature': signature },
        body,
      });
    const right = createHmac('sha256', 'call-backs-of-the-test').update(body).digest('hex');
    expect((await post('')).status).to.equal(401);
    expect((await post(right.replace(/^./, (first) => (first === '0' ? '1' : '0')))).status).to.equal(401);
    expect((await post(right)).status).to.equal(202);
    expect((await post(right)).status).to.equal(202);
    const { items } = (await zhangsan.call('GET', `/api/cases/${caseNumber}/timeline`)) as {
      items: { kind: string }[];
    };
    expect(items.filter((entry) => entry.kind === 'card-made')).to.have.length(1);
  });

  it('answers a withdrawal and lets the page see that nothing more can be done', async () => {
    const { caseNumber } = await submitCardCase(zhangsan);
    const view = (await zhangsan.call('POST', `/api/cases/${caseNumber}/withdrawal`, { reason: '不办了' })) as object;
    expect(view).to.deep.include({ caseNumber, allowed: [] });
    const empty = await problemOf(zhangsan.call('POST', `/api/cases/${caseNumber}/withdrawal`, { reason: '' }));
    expect(empty.errors?.[0]?.path).to.equal('/reason');
  });
});
