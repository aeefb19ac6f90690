import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { createEngineClient } from '../../../src/engine/client/create-engine-client.js';
import { startEngine, type Engine } from '../../../src/engine/index.js';
import { RecordCollector } from '../../conformance/support/record-collector.js';
import { workProcess } from '../support/work-process.js';

const CREDENTIALS = { username: 'u', password: 'p:w' };

describe('record exporter', () => {
  let collector: RecordCollector;
  let dataDir: string;
  let url: string;
  let engine: Engine;

  beforeEach(async () => {
    collector = new RecordCollector(CREDENTIALS);
    url = await collector.listen();
    dataDir = await mkdtemp(path.join(tmpdir(), 'record-exporter-'));
    engine = await start();
  });

  afterEach(async () => {
    await engine.close();
    await collector.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = (): Promise<Engine> => startEngine({ dataDir, port: 0, exporter: { url, ...CREDENTIALS } });

  async function runInstances(count: number): Promise<string[]> {
    const client = createEngineClient({ address: `127.0.0.1:${engine.port}` });
    await client.deploy([workProcess('work')]);
    const keys = [];
    for (let n = 0; n < count; n += 1)
      keys.push((await client.createProcessInstance('work', { n })).processInstanceKey);
    await client.close();
    return keys;
  }

  const jobOf = (key: string): Promise<unknown> =>
    collector.waitFor(
      `job of ${key}`,
      (record) => record.valueType === 'JOB' && record.value['processInstanceKey'] === Number(key),
    );

  it('puts templates first, then sends records as soon as they are there', async () => {
    const [key = ''] = await runInstances(1);
    const sentAt = performance.now();
    await jobOf(key);
    expect(performance.now() - sentAt).to.be.below(500);
    expect(collector.requests[0]).to.deep.equal({ method: 'PUT', url: '/records/_component_template/zeebe-record' });
    const firstBulk = collector.requests.findIndex((request) => request.url === '/records/_bulk');
    const lastTemplate = collector.requests.findLastIndex((request) => request.url.includes('template'));
    expect(firstBulk).to.be.above(lastTemplate);
    expect(collector.complaints).to.deep.equal([]);
  });

  it('sends events only, in the form of Zeebe', async () => {
    const [key = ''] = await runInstances(1);
    await jobOf(key);
    const { records } = collector;
    expect(new Set(records.map((record) => record.recordType))).to.deep.equal(new Set(['EVENT']));
    const deployment = records.find(({ valueType }) => valueType === 'DEPLOYMENT');
    expect(deployment).to.deep.include({
      partitionId: 1,
      intent: 'CREATED',
      brokerVersion: '8.5.8',
      rejectionType: 'NULL_VAL',
      rejectionReason: '',
      authorizations: { authorized_tenants: ['<default>'] },
      recordVersion: 2,
    });
    expect(deployment?.value).to.deep.include({ resources: [] });
    expect(records.find(({ valueType }) => valueType === 'PROCESS')?.value).to.deep.include({ duplicate: false });
    expect(records.find(({ valueType }) => valueType === 'VARIABLE')?.value).to.deep.include({ name: 'n', value: '0' });
    expect(records.find(({ valueType }) => valueType === 'JOB')?.value).to.deep.include({ jobKind: 'BPMN_ELEMENT' });
  });

  it('loses nothing while the endpoint is away', async () => {
    await jobOf((await runInstances(1))[0] ?? '');
    collector.isAway = true;
    const keys = await runInstances(20);
    collector.isAway = false;
    for (const key of keys) await jobOf(key);
    expect(collector.complaints).to.deep.equal([]);
  });

  it('goes on after a restart where it was, with what it could not send before', async () => {
    collector.isAway = true;
    const before = await runInstances(3);
    await engine.close();
    collector.isAway = false;
    engine = await start();
    const after = await runInstances(3);
    for (const key of [...before, ...after]) await jobOf(key);
    expect(collector.complaints).to.deep.equal([]);
    const activated = collector.records.filter(
      ({ valueType, intent, value }) =>
        valueType === 'PROCESS_INSTANCE' && intent === 'ELEMENT_ACTIVATED' && value['bpmnElementType'] === 'PROCESS',
    );
    expect(activated.map(({ key }) => String(key))).to.deep.equal([...before, ...after]);
  });
});
