import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { createApp } from '../../src/api/create-app.js';
import { echoRoutes } from './echo-routes.js';
import type { Domain } from '../../src/domain/domain.js';
import { createUserService } from '../../src/domain/users/user-service.js';
import { systemClock } from '../../src/shared/clock.js';
import { loadConfig } from '../../src/shared/config.js';
import { silentLogger } from '../../src/shared/logger.js';
import { connectTestDatabase, type TestDatabase } from '../support/test-database.js';

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

describe('request pipeline', () => {
  let database: TestDatabase;
  let server: Server;
  let base: string;
  let webDir: string;
  const users = createUserService({ clock: systemClock });
  const cookies: Record<string, { cookie: string; csrf: string }> = {};

  before(async function () {
    this.timeout(60_000);
    database = await connectTestDatabase();
    await users.seedDemoUsers();
    for (const name of ['zhangsan', 'analyst']) {
      const { token, csrfToken } = await users.signIn(name, 'tongban-demo');
      cookies[name] = { cookie: `tongban_session=${token}`, csrf: csrfToken };
    }
    webDir = mkdtempSync(path.join(os.tmpdir(), 'tongban-web-'));
    mkdirSync(path.join(webDir, 'hall', 'assets'), { recursive: true });
    writeFileSync(path.join(webDir, 'hall', 'index.html'), '<title>大厅</title>');
    writeFileSync(path.join(webDir, 'hall', 'assets', 'app-1a2b.js'), 'export {}');
    const app = createApp(
      {
        domain: { users } as unknown as Domain,
        config: loadConfig({}),
        logger: silentLogger,
        records: { user: 'zeebe', password: 'secret' },
        webDir,
      },
      echoRoutes(),
    );
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.close();
    server.closeAllConnections();
    rmSync(webDir, { recursive: true });
    await database.close();
  });

  async function call(method: string, url: string, options: RequestInit & { as?: string } = {}): Promise<Answer> {
    const { as, ...init } = options;
    const known = as ? cookies[as] : undefined;
    const headers = { ...(known ? { Cookie: known.cookie, 'X-CSRF-Token': known.csrf } : {}), ...init.headers };
    const response = await fetch(base + url, { ...init, method, headers });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text },
    };
  }
  const json = (body: unknown): RequestInit => ({
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  const asAnalyst = (body: unknown): RequestInit & { as: string } => ({
    ...json(body),
    as: 'analyst',
  });

  describe('who', () => {
    it('knows a person by the session cookie, and nobody by a wrong one', async () => {
      expect((await call('GET', '/api/anybody', { as: 'zhangsan' })).body).to.deep.equal({ user: 'zhangsan' });
      const wrong = await call('GET', '/api/anybody', { headers: { Cookie: 'tongban_session=%E0%A4%A; x=1' } });
      expect(wrong.body).to.deep.equal({ user: null });
    });

    it('asks for signing in, then for the right role', async () => {
      expect(await problemOf(call('GET', '/api/somebody'))).to.equal('401 SESSION_REQUIRED');
      expect(await problemOf(call('POST', '/api/analysts/x', json({ name: '甘' })))).to.equal('401 SESSION_REQUIRED');
      const forbidden = call('POST', '/api/analysts/x', { ...json({ name: '张三' }), as: 'zhangsan' });
      expect(await problemOf(forbidden)).to.equal('403 ROLE_FORBIDDEN');
    });

    it('demands the session’s own token for what changes something', async () => {
      const { cookie, csrf } = cookies['analyst'] ?? { cookie: '', csrf: '' };
      const other = cookies['zhangsan']?.csrf ?? '';
      const type = { 'Content-Type': 'application/json' };
      const wrong: Record<string, string>[] = [{ Cookie: cookie }, { Cookie: cookie, 'X-CSRF-Token': other }];
      for (const headers of wrong) {
        const answer = call('POST', '/api/analysts/x', {
          ...json({ name: '甘分析' }),
          headers: { ...type, ...headers },
        });
        expect(await problemOf(answer)).to.equal('403 CSRF_TOKEN');
      }
      const right = { ...type, Cookie: cookie, 'X-CSRF-Token': csrf };
      expect((await call('POST', '/api/analysts/x', { ...json({ name: '甘分析' }), headers: right })).status).to.equal(
        201,
      );
    });

    it('refuses what another site sends, with a token or without a session', async () => {
      const elsewhere: Record<string, string>[] = [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site' },
      ];
      for (const headers of elsewhere) {
        const known = cookies['analyst'] ?? { cookie: '', csrf: '' };
        const all = {
          ...headers,
          'Content-Type': 'application/json',
          Cookie: known.cookie,
          'X-CSRF-Token': known.csrf,
        };
        const answer = call('POST', '/api/analysts/x', { body: '{"name":"甘分析"}', headers: all });
        expect(await problemOf(answer)).to.equal('403 CSRF_ORIGIN');
      }
      const ours = { ...json({}), headers: { 'Content-Type': 'application/json', Origin: 'https://evil.example' } };
      expect((await call('POST', '/api/hooks', ours)).status).to.equal(202);
    });
  });

  describe('what', () => {
    it('coerces and completes what comes as text, and hands on the bytes of the body', async () => {
      const body = { name: '甘分析', size: 3 };
      const answer = await call('POST', '/api/analysts/abc?n=42&tags=x', asAnalyst(body));

      expect(answer.status).to.equal(201);
      expect(answer.headers.get('etag')).to.equal('"1"');
      expect(answer.body).to.deep.equal({
        params: { id: 'abc' },
        query: { n: 42, tags: ['x'] },
        body,
        rawBytes: Buffer.byteLength(JSON.stringify(body)),
      });
      const defaults = await call('POST', '/api/analysts/abc', asAnalyst(body));
      expect(defaults.body['query']).to.deep.equal({ n: 7 });
    });

    it('names each wrong field, in Chinese', async () => {
      const answer = await call('POST', '/api/analysts/abc', asAnalyst({ size: '3', other: 1 }));

      expect(answer.headers.get('content-type')).to.contain('application/problem+json');
      expect(answer.body).to.deep.include({ status: 400, code: 'REQUEST_INVALID', title: '请求内容有误' });
      const errors = answer.body['errors'] as { path: string; message: string }[];
      expect(errors.map(({ path: at }) => at)).to.have.members(['/name', '/size', '/other']);
      for (const { message } of errors) expect(message).to.match(/[一-鿿]/);
    });

    it('refuses wrong paths, queries, types, sizes and broken JSON', async () => {
      const body = { name: '甘分析' };
      expect(await problemOf(call('POST', '/api/analysts/ABC', asAnalyst(body)))).to.equal('400 REQUEST_INVALID');
      expect(await problemOf(call('POST', '/api/analysts/abc?n=x', asAnalyst(body)))).to.equal('400 REQUEST_INVALID');
      expect(await problemOf(call('POST', '/api/analysts/abc?m=1', asAnalyst(body)))).to.equal('400 REQUEST_INVALID');
      const large = asAnalyst({ name: 'x'.repeat(3_000) });
      expect(await problemOf(call('POST', '/api/analysts/abc', large))).to.equal('413 REQUEST_TOO_LARGE');
      const raw = (text: string, type: string): Promise<string> => {
        const known = cookies['analyst'] ?? { cookie: '', csrf: '' };
        const headers = { 'Content-Type': type, Cookie: known.cookie, 'X-CSRF-Token': known.csrf };
        return problemOf(call('POST', '/api/analysts/abc', { body: text, headers }));
      };
      expect(await raw('{"name":', 'application/json')).to.equal('400 REQUEST_NOT_JSON');
      expect(await raw('name=x', 'application/x-www-form-urlencoded')).to.equal('415 REQUEST_NOT_JSON');
    });

    it('takes one file with its fields, and keeps its Chinese name but no path', async () => {
      const form = new FormData();
      form.set('kind', '照片');
      form.set('copies', '2');
      form.set('file', new Blob(['内容'], { type: 'image/png' }), '../证件 照片.png');

      const answer = await call('POST', '/api/files', { body: form, as: 'zhangsan' });

      expect(answer.body).to.deep.equal({
        kind: '照片',
        copies: 2,
        fileName: '证件 照片.png',
        type: 'image/png',
        bytes: 6,
        text: '内容',
      });
    });

    it('refuses a file that is too large, missing, or not alone', async () => {
      const send = (parts: [string, Blob | string][]): Promise<string> => {
        const form = new FormData();
        for (const [name, value] of parts) form.append(name, value);
        return problemOf(call('POST', '/api/files', { body: form, as: 'zhangsan' }));
      };
      const file = new Blob(['x']);
      expect(
        await send([
          ['kind', 'a'],
          ['file', new Blob(['x'.repeat(1_001)])],
        ]),
      ).to.equal('413 REQUEST_TOO_LARGE');
      expect(await send([['kind', 'a']])).to.equal('400 REQUEST_INVALID');
      expect(await send([['file', file]])).to.equal('400 REQUEST_INVALID');
      expect(
        await send([
          ['kind', 'a'],
          ['file', file],
          ['file', file],
        ]),
      ).to.equal('400 REQUEST_INVALID');
    });
  });

  describe('what comes back', () => {
    it('hides what nobody foresaw, and gives its number', async () => {
      const { status, body, headers } = await call('GET', '/api/fails/bug');

      expect(status).to.equal(500);
      expect(body['code']).to.equal('INTERNAL');
      expect(JSON.stringify(body)).not.to.contain('secret detail');
      expect(body['requestId']).to.equal(headers.get('x-request-id'));
      expect(body['detail']).to.contain(body['requestId']);
    });

    it('says that the engine is away, or that it refused', async () => {
      const away = await call('GET', '/api/fails/away');
      expect([away.status, away.body['code'], away.headers.get('retry-after')]).to.deep.equal([
        503,
        'ENGINE_UNAVAILABLE',
        '5',
      ]);
      expect(JSON.stringify(away.body)).not.to.contain('10.0.0.7');
      expect(await problemOf(call('GET', '/api/fails/refused'))).to.equal('409 ENGINE_REJECTED');
    });

    it('carries an error’s further members, which cannot replace its own', async () => {
      const { status, body } = await call('GET', '/api/fails/lost');

      expect(status).to.equal(412);
      expect(body).to.deep.include({ status: 412, type: '/problems/DRAFT_CHANGED', current: { revision: 4 } });
    });

    it('streams', async () => {
      expect((await call('GET', '/api/stream')).body).to.deep.equal({ text: '一二' });
    });

    it('slows down who asks too often, and says for how long', async () => {
      await call('GET', '/api/limited');
      await call('GET', '/api/limited');
      const third = await call('GET', '/api/limited');

      expect([third.status, third.body['code'], third.headers.get('retry-after')]).to.deep.equal([
        429,
        'RATE_LIMITED',
        '60',
      ]);
      const somebodyElse = await call('GET', '/api/limited', { as: 'zhangsan' });
      expect(somebodyElse.status).to.equal(200);
    });

    it('counts only failures where guessing is what must be slowed', async () => {
      for (let i = 0; i < 3; i += 1) expect((await call('GET', '/api/guesses?right=true')).status).to.equal(200);
      expect(await problemOf(call('GET', '/api/guesses'))).to.equal('401 GUESSED_WRONG');
      expect(await problemOf(call('GET', '/api/guesses?right=true'))).to.equal('429 RATE_LIMITED');
    });

    it('is a problem too where nothing is', async () => {
      expect(await problemOf(call('GET', '/api/nothing'))).to.equal('404 RESOURCE_NOT_FOUND');
      expect(await problemOf(call('DELETE', '/api/somebody', { as: 'zhangsan' }))).to.equal('404 RESOURCE_NOT_FOUND');
    });

    it('must not be kept on the way, and lets pages run nothing but our own', async () => {
      const { headers } = await call('GET', '/api/anybody');

      expect(headers.get('cache-control')).to.equal('no-store');
      expect(headers.get('content-security-policy')).to.contain("script-src 'self'");
      expect(headers.get('content-security-policy')).not.to.contain('unsafe-eval');
      expect(headers.get('x-powered-by')).to.equal(null);
      expect(headers.get('strict-transport-security')).to.equal(null);
    });
  });

  describe('record stream', () => {
    it('is answered with and without its path, for the credential only', async () => {
      const Authorization = `Basic ${Buffer.from('zeebe:secret').toString('base64')}`;
      for (const prefix of ['', '/internal/records']) {
        for (const url of ['/_component_template/zeebe-record', '/_ilm/policy/p', '/zeebe-record%2A/_settings']) {
          const open = await call('PUT', prefix + url, { body: '{}', headers: { Authorization } });
          expect([open.status, open.body], prefix + url).to.deep.equal([200, { acknowledged: true }]);
          expect((await call('PUT', prefix + url, { body: '{}' })).status, prefix + url).to.equal(401);
        }
      }
    });
  });

  describe('pages', () => {
    it('answer any address of theirs with the page, and keep hashed files for ever', async () => {
      for (const url of ['/', '/cases/TB20261124000001', '/api-guide']) {
        const page = await call('GET', url, { headers: { Accept: 'text/html' } });
        expect([page.status, page.headers.get('cache-control')], url).to.deep.equal([200, 'no-cache']);
        expect(page.body['text']).to.contain('大厅');
      }
      const asset = await call('GET', '/assets/app-1a2b.js');
      expect(asset.headers.get('cache-control')).to.contain('immutable');
      expect((await call('GET', '/assets/gone-9z.js')).status).to.equal(404);
    });

    it('that are not built say so', async () => {
      const page = await call('GET', '/modeler/');
      expect([page.status, page.body['text']]).to.deep.equal([404, '页面尚未构建，请先运行 npm run build。']);
    });
  });
});

async function problemOf(answer: Promise<Answer>): Promise<string> {
  const { status, body } = await answer;
  return `${status} ${String(body['code'])}`;
}
