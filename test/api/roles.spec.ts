import { expect } from 'chai';
import { createRouteTable } from '../../src/api/routes.js';
import type { Route } from '../../src/api/route.js';
import { ROLES, type Role } from '../../src/domain/users/actor.js';
import { ProblemError, Person } from '../support/person.js';
import { startTestApi, type TestApi } from '../support/test-api.js';

/** The demo account of each role; nobody is an approver yet, so that role is asked of the route list only. */
const ACCOUNTS: Readonly<Partial<Record<Role, string>>> = {
  applicant: 'zhangsan',
  clerk: 'window',
  worker: 'renshe',
  supervisor: 'supervisor',
  analyst: 'analyst',
  administrator: 'admin',
};

const STUDIO: readonly Role[] = ['analyst', 'administrator'];

/** Written down once more, on purpose: a route that opens to others must be opened here too. */
const EXPECTED: Readonly<Record<string, readonly Role[] | 'public' | 'signed-in'>> = {
  getSession: 'public',
  signIn: 'public',
  signOut: 'public',
  listBundles: 'public',
  getBundle: 'public',
  bankCardMade: 'public',
  getHealth: 'public',
  getReadiness: 'public',
  getOpenApi: 'public',
  uploadMaterial: 'signed-in',
  downloadMaterial: 'signed-in',
  listCases: 'signed-in',
  getCase: 'signed-in',
  getCaseTimeline: 'signed-in',
  getCaseDiagram: 'signed-in',
  listTasks: 'signed-in',
  getTask: 'signed-in',
  claimTask: 'signed-in',
  releaseTask: 'signed-in',
  completeTask: 'signed-in',
  streamEvents: 'signed-in',
  submitCase: ['applicant', 'clerk'],
  correctCase: ['applicant', 'clerk'],
  withdrawCase: ['applicant', 'clerk'],
  listIncidents: ['supervisor', 'administrator'],
  resolveIncident: ['administrator'],
  listStudioBundles: STUDIO,
  openStudioBundle: STUDIO,
  saveDraft: STUDIO,
  discardDraft: STUDIO,
  requestPublication: STUDIO,
  takeBackPublicationRequest: STUDIO,
  returnDraft: STUDIO,
  publishDraft: STUDIO,
  listStudioVersions: STUDIO,
  getStudioVersion: STUDIO,
};

const { routes } = createRouteTable({
  readiness: [],
  callbackSecret: 'x',
  streams: { open: () => Promise.reject(new Error('not running')), close: () => undefined },
});

describe('who may do what', () => {
  let api: TestApi;

  before(async function () {
    this.timeout(90_000);
    api = await startTestApi();
  });
  after(() => api.close());

  it('is what was decided, for every route', () => {
    const actual = Object.fromEntries(routes.map(({ operationId, roles }) => [operationId, roles]));
    expect(actual).to.deep.equal(EXPECTED);
  });

  it('keeps every route that is not public from whoever has not signed in', async () => {
    const nobody = new Person(api.url);
    for (const route of routes.filter(({ roles }) => roles !== 'public')) {
      expect(await answerTo(nobody, route), route.operationId).to.equal('401 SESSION_REQUIRED');
    }
  });

  for (const role of ROLES.filter((candidate) => ACCOUNTS[candidate])) {
    it(`keeps ${role} from what is not ${role}’s`, async () => {
      const person = await api.as(ACCOUNTS[role] ?? '');
      const closed = routes.filter(({ roles }) => Array.isArray(roles) && !roles.includes(role));
      expect(closed).to.not.be.empty;
      for (const route of closed) {
        expect(await answerTo(person, route), route.operationId).to.equal('403 ROLE_FORBIDDEN');
      }
    });
  }
});

/** Bodies are left out: who asks is checked before what is asked. */
async function answerTo(person: Person, { method, path }: Route): Promise<string> {
  try {
    await person.call(method.toUpperCase(), path.replace(/\{\w+\}/g, '1'));
  } catch (error) {
    if (error instanceof ProblemError) return `${error.problem.status} ${error.problem.code}`;
    throw error;
  }
  return 'done';
}
