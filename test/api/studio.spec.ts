import { expect } from 'chai';
import { ProblemError, type Person } from '../support/person.js';
import { startTestApi, type TestApi } from '../support/test-api.js';

interface DraftState {
  revision: number;
  state: string;
}
interface StudioBundle {
  xml: string;
  version: number;
  draft: (DraftState & { xml: string }) | null;
  knownJobTypes: { type: string }[];
}

const BUNDLE = '/api/modeler/bundles/shebaoka-dabanban';

/** The studio from the first save to the published version, over HTTP, with the embedded engine deploying. */
describe('studio', () => {
  let api: TestApi;
  let gan: Person;
  let meng: Person;

  before(async function () {
    this.timeout(90_000);
    api = await startTestApi();
    gan = await api.as('analyst');
    meng = await api.as('analyst2');
  });
  after(() => api.close());

  const open = async (person: Person): Promise<StudioBundle> => (await person.call('GET', BUNDLE)) as StudioBundle;
  const save = (person: Person, xml: string, headers: Record<string, string>): Promise<unknown> =>
    person.call('PUT', `${BUNDLE}/draft`, { xml, baseVersion: 1 }, headers);
  const ifMatch = ({ revision }: DraftState): Record<string, string> => ({ 'If-Match': `"${revision}"` });

  it('publishes a draft only as its second reader approves, and keeps the versions apart', async () => {
    const { xml, draft } = await open(gan);
    expect(draft).to.equal(null);

    const unfinished = xml.replace(/<bpmn:startEvent[\s\S]*?<\/bpmn:startEvent>/, '');
    const first = (await save(gan, unfinished, { 'If-None-Match': '*' })) as DraftState;
    expect(await problemOf(save(meng, xml, { 'If-None-Match': '*' }))).to.equal('412 DRAFT_CHANGED');
    expect(await problemOf(save(meng, xml, {}))).to.equal('428 IF_MATCH_REQUIRED');
    expect(await problemOf(save(gan, '<no', ifMatch(first)))).to.equal('400 XML_INVALID');

    const request = (at: DraftState): Promise<unknown> =>
      gan.call('POST', `${BUNDLE}/publication-request`, { note: '改名称' }, ifMatch(at));
    const approve = (person: Person, at: DraftState): Promise<unknown> =>
      person.call('POST', `${BUNDLE}/publication`, undefined, ifMatch(at));
    const asked = (await request(first)) as DraftState;
    expect(await problemOf(approve(gan, asked))).to.equal('403 SECOND_PERSON_REQUIRED');
    const refused = await findProblem(approve(meng, asked));
    expect([refused.status, refused.code]).to.deep.equal([422, 'MODEL_INVALID']);
    expect(refused.errors).to.not.be.empty;

    const back = (await gan.call('DELETE', `${BUNDLE}/publication-request`)) as DraftState;
    const renamed = xml.replace('</bpmn:definitions>', '<!-- v2 --></bpmn:definitions>');
    const second = (await save(gan, renamed, ifMatch(back))) as DraftState;
    const again = (await request(second)) as DraftState;
    const published = (await approve(meng, again)) as { version: number; processDefinitionKey: string };

    expect(published.version).to.equal(2);
    expect(published.processDefinitionKey).to.match(/^\d{16,}$/);
    expect(await open(gan)).to.deep.include({ version: 2, xml: renamed, draft: null });
    const { items } = (await gan.call('GET', `${BUNDLE}/versions`)) as { items: Record<string, unknown>[] };
    expect(items.map(({ version, current }) => [version, current])).to.deep.equal([
      [2, true],
      [1, false],
    ]);
    expect(items[0]).to.deep.include({ note: '改名称' });
    const old = (await gan.call('GET', `${BUNDLE}/versions/1`)) as { xml: string };
    expect(old.xml).to.equal(xml);
  });
});

async function findProblem(work: Promise<unknown>): Promise<ProblemError['problem']> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return error.problem;
  throw new Error(`expected a problem, found ${String(error)}`);
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const { status, code } = await findProblem(work);
  return `${status} ${code}`;
}
