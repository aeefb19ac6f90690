import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import express from 'express';
import { parseExact } from '../../src/api/records/parse-exact.js';
import { recordStream } from '../../src/api/resources/records.js';
import type { ExportedRecord } from '../../src/domain/history/history-types.js';
import { silentLogger } from '../../src/shared/logger.js';

const AUTHORIZATION = `Basic ${Buffer.from('zeebe:secret').toString('base64')}`;

/** As Zeebe 8.5.8 writes them, on partition 4 of a cluster, where keys exceed what a JS number holds. */
function bulkLines(count: number, text = 'x'): string {
  return Array.from({ length: count }, (_, i) => {
    const id = `4-${100 + i}`;
    const action = { index: { _index: 'zeebe-record_job_8.5.8_2026-11-24', _id: id, routing: '4' } };
    const record =
      `{"partitionId":4,"value":{"elementInstanceKey":900719925474099${i % 10}3,"errorMessage":${JSON.stringify(text)}},` +
      `"key":9007199254740993,"timestamp":1795480000000,"valueType":"JOB","intent":"FAILED","recordType":"EVENT","position":${100 + i}}`;
    return `${JSON.stringify(action)}\n${record}\n`;
  }).join('');
}

describe('record stream endpoint', () => {
  let server: Server;
  let base: string;
  let received: ExportedRecord[];
  let storeIsAway: boolean;

  before(async () => {
    const history = {
      ingest: async (records: readonly ExportedRecord[]) => {
        if (storeIsAway) throw new Error('connection lost');
        received.push(...records);
      },
    };
    const app = express();
    app.use('/internal/records', recordStream({ history, logger: silentLogger, user: 'zeebe', password: 'secret' }));
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/internal/records`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  beforeEach(() => {
    received = [];
    storeIsAway = false;
  });

  async function call(
    method: string,
    path: string,
    body?: RequestInit['body'],
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Record<string, unknown>; product: string | null }> {
    const response = await fetch(base + path, {
      method,
      headers: { Authorization: AUTHORIZATION, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined || body === null ? {} : { body }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    return { status: response.status, body: answer, product: response.headers.get('x-elastic-product') };
  }

  it('takes what the exporter puts before it delivers', async () => {
    for (const path of [
      '/_component_template/zeebe-record',
      '/_index_template/zeebe-record_job_8.5.8',
      '/_ilm/policy/zeebe-record-retention-policy',
      '/zeebe-record*/_settings',
    ]) {
      const answer = await call('PUT', path, '{"template":{}}');
      expect([answer.status, answer.body, answer.product], path).to.deep.equal([
        200,
        { acknowledged: true },
        'Elasticsearch',
      ]);
    }
    const { body } = await call('GET', '/');
    expect(body['version']).to.deep.include({ number: '8.13.4' });
  });

  it('answers each record of a bulk, and keeps large keys exact', async () => {
    const { status, body, product } = await call('POST', '/_bulk', bulkLines(3));

    expect([status, product, body['errors']]).to.deep.equal([200, 'Elasticsearch', false]);
    expect(body['items']).to.deep.equal(
      [0, 1, 2].map((i) => ({
        index: {
          _index: 'zeebe-record_job_8.5.8_2026-11-24',
          _id: `4-${100 + i}`,
          result: 'created',
          status: 201,
        },
      })),
    );
    expect(received.map(({ key, value }) => [key, value['elementInstanceKey']])).to.deep.equal([
      ['9007199254740993', '9007199254740990' + '3'],
      ['9007199254740993', '90071992547409913'],
      ['9007199254740993', '90071992547409923'],
    ]);
  });

  it('reads lines that arrive in pieces, compressed, or hold line separators of their own', async () => {
    const text = '第一行\u2028第二行\n"12345678901234567890"';
    const lines = Buffer.from(bulkLines(2, text));
    const pieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < lines.length; at += 7) controller.enqueue(lines.subarray(at, at + 7));
        controller.close();
      },
    });
    const inPieces = await fetch(`${base}/_bulk`, {
      method: 'POST',
      headers: { Authorization: AUTHORIZATION, 'Content-Type': 'application/json' },
      body: pieces,
      duplex: 'half',
    });
    const zipped = await call('POST', '/_bulk', gzipSync(lines), { 'Content-Encoding': 'gzip' });

    expect([inPieces.status, zipped.status]).to.deep.equal([200, 200]);
    expect(received.map(({ value }) => value['errorMessage'])).to.deep.equal([text, text, text, text]);
  });

  it('is closed to whoever has no or a wrong credential, also before reading', async () => {
    for (const Authorization of ['', 'Basic x', `Basic ${Buffer.from('zeebe:guess').toString('base64')}`]) {
      const answer = await call('POST', '/_bulk', bulkLines(1), { Authorization });
      expect([answer.status, answer.product]).to.deep.equal([401, 'Elasticsearch']);
      expect(answer.body['error']).to.deep.include({ type: 'security_exception' });
    }
    expect(received).to.deep.equal([]);
  });

  it('asks to send again when the store is away', async () => {
    storeIsAway = true;

    const { status, body } = await call('POST', '/_bulk', bulkLines(1));

    expect([status, body['status']]).to.deep.equal([503, 503]);
    expect(JSON.stringify(body)).not.to.contain('connection lost');
  });

  it('refuses what is no bulk, and more than it may hold', async () => {
    const action = '{"index":{"_id":"1"}}\n';
    expect((await call('POST', '/_bulk', `${action}{"partitionId":`)).status).to.equal(400);
    expect((await call('POST', '/_bulk', action)).status).to.equal(400);
    expect((await call('POST', '/_bulk', '{"delete":{"_id":"1"}}\n')).status).to.equal(400);
    const large = `${action}{"text":"${'x'.repeat(21 * 1024 * 1024)}"}\n`;
    expect((await call('POST', '/_bulk', gzipSync(large), { 'Content-Encoding': 'gzip' })).status).to.equal(413);
    expect(received).to.deep.equal([]);
  });

  it('says which document is no record, and takes the others', async () => {
    const { body } = await call('POST', '/_bulk', `${bulkLines(1)}{"index":{"_id":"x"}}\n{"a":1}\n`);

    const items = body['items'] as { index: { status: number } }[];
    expect([body['errors'], items.map(({ index }) => index.status)]).to.deep.equal([true, [201, 400]]);
    expect(received).to.have.length(1);
  });
});

describe('exact JSON', () => {
  it('makes texts of long integers only', () => {
    const text =
      '{"k":2251799813685249,"m":-9007199254740993,"n":123456789012345,"f":0.12345678901234567,' +
      '"e":12345678901234567e2,"s":"12345678901234567 \\" 98765432109876543","a":[2251799813685249,1]}';

    expect(parseExact(text)).to.deep.equal({
      k: '2251799813685249',
      m: '-9007199254740993',
      n: 123456789012345,
      f: 0.12345678901234567,
      e: 12345678901234567e2,
      s: '12345678901234567 " 98765432109876543',
      a: ['2251799813685249', 1],
    });
  });

  it('is no more lenient than JSON', () => {
    for (const text of ['{"a":01}', '{a:1}', '', '{"a":1,}', '"open']) {
      expect(() => parseExact(text), text).to.throw(SyntaxError);
    }
  });
});
