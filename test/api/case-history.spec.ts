import { expect } from 'chai';
import type { EngineJob } from '../../src/engine/client/port.js';
import { submitCardCase } from '../support/card-case.js';
import { EventStream } from '../support/event-stream.js';
import { Person, ProblemError } from '../support/person.js';
import { startTestApi, type TestApi } from '../support/test-api.js';

interface Diagram {
  xml: string;
  version: number;
  elements: { elementId: string; state: string; count: number; since: string; endedAt: string | null }[];
  flows: string[];
}
interface Incident {
  key: string;
  caseNumber: string;
  elementId: string;
  elementName: string;
  message: string;
  failures: { retries: number; message: string }[];
}

/** What the engine does, seen through the API: the embedded engine exports to the endpoint as Zeebe would. */
describe('history of a case', () => {
  let api: TestApi;
  let zhangsan: Person;

  before(async function () {
    this.timeout(90_000);
    api = await startTestApi();
    zhangsan = await api.as('zhangsan');
  });
  after(() => api.close());

  const diagramOf = async (person: Person, caseNumber: string): Promise<Diagram> =>
    (await person.call('GET', `/api/cases/${caseNumber}/diagram`)) as Diagram;

  /** Waits until the diagram shows the case's first step, the pre-check, in that state. */
  async function precheckIs(caseNumber: string, state: string): Promise<void> {
    await Person.until(`the pre-check to be ${state}`, async () => {
      const { elements } = await diagramOf(zhangsan, caseNumber);
      return elements.some((element) => element.elementId === 'precheck' && element.state === state);
    });
  }

  it('shows the applicant where the case stands, and nobody else’s', async () => {
    const { caseNumber } = await submitCardCase(zhangsan);

    await precheckIs(caseNumber, 'active');

    const { xml, version, elements, flows } = await diagramOf(zhangsan, caseNumber);
    expect(version).to.equal(1);
    for (const { elementId } of elements) expect(xml).to.contain(`id="${elementId}"`);
    expect(elements.filter(({ state }) => state === 'completed')).to.not.be.empty;
    expect(flows).to.not.be.empty;
    for (const flow of flows) expect(xml).to.contain(`id="${flow}"`);
    expect(await codeOf(diagramOf(await api.as('lisi'), caseNumber))).to.equal('404 CASE_NOT_FOUND');
  });

  it('tells the applicant’s page that the case moved', async () => {
    const token = (await api.domain.users.signIn('zhangsan', 'tongban-demo')).token;
    const stream = await EventStream.open(`${api.url}/api/events`, { Cookie: `tongban_session=${token}` });
    try {
      const { caseNumber } = await submitCardCase(zhangsan);

      await stream.next(({ event, data }) => event === 'case' && data['caseNumber'] === caseNumber);
    } finally {
      stream.close();
    }
  });

  it('shows an incident to the supervisor, and lets the administrator set the case going again', async () => {
    const { caseNumber } = await submitCardCase(zhangsan);
    await precheckIs(caseNumber, 'active');
    const tries: EngineJob[] = [];
    const worker = api.engine.openWorker({
      type: 'case.precheck',
      name: 'spec',
      timeoutMs: 10_000,
      maxActiveJobs: 10,
      handle: async (job) => {
        if (job.variables['caseNumber'] !== caseNumber) return;
        tries.push(job);
        // Only the first round fails: what comes after the resolution is left alone.
        if (tries.length === 1) await api.engine.failJob(job.key, { retries: 0, errorMessage: '人社系统超时' });
      },
    });
    try {
      const supervisor = await api.as('supervisor');
      const admin = await api.as('admin');
      const incidents = async (): Promise<Incident[]> =>
        ((await supervisor.call('GET', `/api/incidents?caseNumber=${caseNumber}`)) as { items: Incident[] }).items;
      const [incident] = await Person.until('the incident', async () => {
        const found = await incidents();
        return found.length > 0 && found;
      });

      expect(incident).to.deep.include({ caseNumber, elementId: 'precheck', message: '人社系统超时' });
      expect(incident?.elementName).to.match(/[一-鿿]/);
      expect(incident?.failures.map(({ retries }) => retries)).to.deep.equal([0]);
      await precheckIs(caseNumber, 'incident');

      const resolution = `/api/incidents/${incident?.key}/resolution`;
      expect(await codeOf(supervisor.call('POST', resolution, {}))).to.equal('403 ROLE_FORBIDDEN');
      await admin.call('POST', resolution, { retries: 2 });

      await Person.until('the job to be tried again', async () => tries.length > 1);
      expect(tries[1]?.retries).to.equal(2);
      expect(await incidents()).to.deep.equal([]);
      expect(await codeOf(admin.call('POST', resolution, {}))).to.equal('409 INCIDENT_RESOLVED');
      await precheckIs(caseNumber, 'active');
      const { items } = (await supervisor.call('GET', `/api/cases/${caseNumber}/timeline`)) as {
        items: { kind: string }[];
      };
      expect(items.map(({ kind }) => kind)).to.include('incident-resolved');
    } finally {
      await worker.close();
    }
  });

  it('is one part of being ready, with every other part', async () => {
    const { status, parts } = (await zhangsan.call('GET', '/readyz')) as {
      status: string;
      parts: Record<string, { status: string; detail: string }>;
    };

    expect(status, JSON.stringify(parts)).to.equal('up');
    expect(Object.keys(parts)).to.have.members(['engine', 'database', 'queue', 'records', 'outbox']);
    expect(parts['records']?.detail).to.match(/partition 1 at \d+/);
  });
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ProblemError) return `${error.problem.status} ${error.problem.code}`;
    throw error;
  }
  return 'no problem';
}
