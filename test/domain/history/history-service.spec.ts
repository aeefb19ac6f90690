import { expect } from 'chai';
import mongoose from 'mongoose';
import type { HistoryDeps } from '../../../src/domain/domain.js';
import { createHistoryService } from '../../../src/domain/history/history-service.js';
import type { HistoryService } from '../../../src/domain/history/history-types.js';
import type { LiveEvent } from '../../../src/domain/live/live-types.js';
import type { Actor } from '../../../src/domain/users/actor.js';
import { EngineRejection } from '../../../src/engine/client/port.js';
import { systemClock } from '../../../src/shared/clock.js';
import { AppError } from '../../../src/shared/errors.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { connectTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { ACTIVATED, COMPLETED, RecordWriter, TERMINATED } from './records.js';

const CASE = 'TB20261124000001';
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <bpmn:process id="shebaoka-dabanban" isExecutable="true"><bpmn:serviceTask id="apply-card" name="人社制卡申请" /></bpmn:process>
</bpmn:definitions>`;

const admin: Actor = { id: 'u1', userName: 'admin', displayName: '管理员', role: 'administrator', demo: true };

/** The other areas as history sees them: what they were told is kept. The database is real. */
interface Neighbours {
  readonly canceled: string[];
  readonly events: LiveEvent[];
  readonly notes: string[];
  readonly engineCalls: string[];
  engineRefuses: boolean;
}

function createNeighbours(): { neighbours: Neighbours; deps: HistoryDeps } {
  const neighbours: Neighbours = { canceled: [], events: [], notes: [], engineCalls: [], engineRefuses: false };
  const refuse = (): void => {
    if (neighbours.engineRefuses) throw new EngineRejection('NOT_FOUND', 'no such incident');
  };
  const version = { id: 'shebaoka-dabanban', version: 3, xml: XML, manifest: { name: '申领社会保障卡' } };
  const deps = {
    logger: silentLogger,
    clock: systemClock,
    live: { emit: (event: LiveEvent) => void neighbours.events.push(event) },
    tasks: { cancelByElementInstance: async (key: string) => void neighbours.canceled.push(key) },
    bundles: { findByProcessDefinition: async () => version, get: async () => version },
    cases: {
      facts: async () => ({ bundleId: 'shebaoka-dabanban', bundleVersion: 3 }),
      note: async (caseNumber: string, _step: unknown, entry: { kind: string }) =>
        void neighbours.notes.push(`${caseNumber} ${entry.kind}`),
    },
    engine: {
      updateJobRetries: async (key: string, retries: number) => {
        refuse();
        neighbours.engineCalls.push(`retries ${key} ${retries}`);
      },
      resolveIncident: async (key: string) => {
        refuse();
        neighbours.engineCalls.push(`resolve ${key}`);
      },
    },
  };
  return { neighbours, deps: deps as unknown as HistoryDeps };
}

describe('history', () => {
  let database: TestDatabase;
  let neighbours: Neighbours;
  let history: HistoryService;

  before(async function () {
    this.timeout(60_000);
    database = await connectTestDatabase();
  });
  after(() => database.close());
  beforeEach(async () => {
    for (const model of Object.values(mongoose.models)) await model.deleteMany({});
    const made = createNeighbours();
    neighbours = made.neighbours;
    history = createHistoryService(made.deps);
  });

  /** A case that has been checked, asks 人社 for a card for the second time, and waits for a person. */
  function records(): RecordWriter {
    const writer = new RecordWriter();
    const [start, first, second, task] = [writer.nextKey(), writer.nextKey(), writer.nextKey(), writer.nextKey()];
    return writer
      .process('ELEMENT_ACTIVATING')
      .caseNumber(CASE)
      .process('ELEMENT_ACTIVATED')
      .element(start, 'start', 'START_EVENT', ...COMPLETED)
      .flow('to-apply')
      .element(first, 'apply-card', 'SERVICE_TASK', ...TERMINATED)
      .flow('to-apply')
      .element(second, 'apply-card', 'SERVICE_TASK', ...ACTIVATED)
      .element(task, 'review', 'USER_TASK', ...TERMINATED);
  }

  it('shows where the case stands, on the version that it runs on', async () => {
    await history.ingest(records().records);

    const diagram = await history.diagramOf(CASE);

    expect(diagram.version).to.equal(3);
    expect(diagram.xml).to.equal(XML);
    expect(diagram.flows).to.deep.equal(['to-apply']);
    const states = diagram.elements.map(({ elementId, state, count }) => [elementId, state, count]);
    expect(states).to.have.deep.members([
      ['start', 'completed', 1],
      ['apply-card', 'active', 2],
      ['review', 'terminated', 1],
    ]);
    expect(diagram.elements.find(({ elementId }) => elementId === 'apply-card')?.endedAt).to.equal(null);
  });

  it('shows the drawing without marks before the engine has begun', async () => {
    const diagram = await history.diagramOf('TB20261124000002');

    expect(diagram).to.deep.equal({ xml: XML, version: 3, elements: [], flows: [] });
  });

  it('comes to the same whatever the order and however often records arrive', async () => {
    const { records: written } = records();
    await history.ingest(written);
    const once = await history.diagramOf(CASE);

    await mongoose.model('ProcessInstance').deleteMany({});
    await history.ingest(written.slice(5));
    await history.ingest(written.slice(0, 9).reverse());
    await history.ingest(written);

    const again = await history.diagramOf(CASE);
    const byId = (a: { elementId: string }, b: { elementId: string }): number => a.elementId.localeCompare(b.elementId);
    expect(again.elements.sort(byId)).to.deep.equal(once.elements.sort(byId));
    expect(again.flows).to.deep.equal(once.flows);
  });

  it('comes to the same when two processes take the same delivery in at the same time', async () => {
    const { records: written } = records();

    await Promise.all([history.ingest(written), history.ingest(written), history.ingest(written.slice(3))]);

    const { elements } = await history.diagramOf(CASE);
    expect(elements.map(({ elementId, count }) => `${elementId} ${count}`)).to.have.members([
      'start 1',
      'apply-card 2',
      'review 1',
    ]);
  });

  it('closes the tasks of elements that the engine has ended', async () => {
    const writer = records();
    const canceled = writer.nextKey();
    writer.add('JOB', 'CANCELED', writer.nextKey(), {
      type: 'io.camunda.zeebe:userTask',
      elementInstanceKey: canceled,
    });
    writer.add('JOB', 'CANCELED', writer.nextKey(), { type: 'renshe.apply-card', elementInstanceKey: '1' });

    await history.ingest(writer.records);

    expect(neighbours.canceled).to.have.members(['2251799813685305', canceled]);
  });

  it('tells pages which case moved, once per delivery', async () => {
    await history.ingest(records().records);

    expect(neighbours.events).to.deep.equal([{ type: 'case', id: CASE, caseNumber: CASE }]);
  });

  it('keeps the mark of each partition, and never moves it back', async () => {
    const { records: written } = records();
    const last = written.at(-1);
    await history.ingest(written);
    await history.ingest(written.slice(0, 2));

    const { partitions, lastError } = await history.progress();

    expect(partitions.map(({ partition, position }) => [partition, position])).to.deep.equal([
      [1, String(last?.position)],
    ]);
    expect(lastError).to.equal(null);
  });

  it('leaves commands and rejections aside', async () => {
    const commands = records().records.map((record) => ({ ...record, recordType: 'COMMAND' }));

    await history.ingest(commands);

    expect((await history.diagramOf(CASE)).elements).to.deep.equal([]);
    expect((await history.progress()).partitions).to.have.length(1);
  });

  describe('incidents', () => {
    let incidentKey: string;
    let jobKey: string;
    let writer: RecordWriter;

    beforeEach(async () => {
      writer = records();
      incidentKey = writer.nextKey();
      jobKey = writer.nextKey();
      writer
        .jobFailed('2251799813685304', 'apply-card', 1, '人社系统 503')
        .jobFailed('2251799813685304', 'apply-card', 0, '人社系统超时')
        .incident(incidentKey, 'CREATED', '2251799813685304', 'apply-card', jobKey);
      await history.ingest(writer.records);
    });

    it('are listed with case, element as drawn, and the tries before', async () => {
      const { items, nextCursor } = await history.incidents({}, {});

      expect(nextCursor).to.equal(null);
      expect(items).to.have.length(1);
      expect(items[0]).to.deep.include({
        key: incidentKey,
        caseNumber: CASE,
        bundleName: '申领社会保障卡',
        elementName: '人社制卡申请',
        errorType: 'JOB_NO_RETRIES',
        message: '人社系统超时',
        state: 'open',
      });
      expect(items[0]?.failures.map(({ retries, message }) => [retries, message])).to.deep.equal([
        [1, '人社系统 503'],
        [0, '人社系统超时'],
      ]);
    });

    it('mark their element in the diagram', async () => {
      const { elements } = await history.diagramOf(CASE);

      expect(elements.find(({ elementId }) => elementId === 'apply-card')?.state).to.equal('incident');
    });

    it('page from the newest to the oldest without loss or repetition', async () => {
      const keys = [incidentKey];
      for (let i = 0; i < 4; i += 1) {
        const key = writer.nextKey();
        keys.unshift(key);
        writer.incident(key, 'CREATED', writer.nextKey(), 'apply-card', '-1');
      }
      await history.ingest(writer.records);

      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await history.incidents({ caseNumber: CASE }, { limit: 2, cursor });
        seen.push(...page.items.map(({ key }) => key));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);

      expect(seen).to.deep.equal(keys);
    });

    it('resolve with new tries first, are noted in the case, and are then over', async () => {
      const view = await history.resolveIncident(incidentKey, { retries: 5 }, admin);

      expect(neighbours.engineCalls).to.deep.equal([`retries ${jobKey} 5`, `resolve ${incidentKey}`]);
      expect(view).to.deep.include({ state: 'resolved', resolvedBy: '管理员' });
      expect(neighbours.notes).to.deep.equal([`${CASE} incident-resolved`]);
      expect((await history.incidents({}, {})).items).to.deep.equal([]);
      expect((await history.incidents({ state: 'resolved' }, {})).items).to.have.length(1);
      const again = await problemOf(history.resolveIncident(incidentKey, {}, admin));
      expect(again.code).to.equal('INCIDENT_RESOLVED');
    });

    it('that the engine resolved by itself are over, also when the news overtakes the incident', async () => {
      const late = writer.nextKey();
      const other = new RecordWriter('2251799813690000');
      other.caseNumber('TB20261124000009').incident(late, 'RESOLVED', '1', 'apply-card', '-1');
      const created = new RecordWriter('2251799813690000').incident(late, 'CREATED', '1', 'apply-card', '-1');

      await history.ingest(other.records);
      await history.ingest(created.records);

      const { items } = await history.incidents({ state: 'resolved' }, {});
      expect(items.map(({ key, resolvedBy }) => [key, resolvedBy])).to.deep.equal([[late, null]]);
    });

    it('that the engine does not know any more are said to be over', async () => {
      neighbours.engineRefuses = true;

      expect((await problemOf(history.resolveIncident(incidentKey, {}, admin))).code).to.equal('INCIDENT_RESOLVED');
      expect((await problemOf(history.resolveIncident('1', {}, admin))).code).to.equal('INCIDENT_NOT_FOUND');
    });
  });
});

async function problemOf(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected an AppError, found ${String(error)}`);
}
