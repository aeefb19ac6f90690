import path from 'node:path';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { createBundleService } from '../../../src/domain/bundles/bundle-service.js';
import type { DraftDeps } from '../../../src/domain/domain.js';
import { createDraftService } from '../../../src/domain/drafts/draft-service.js';
import type { DraftService, KnownJobType } from '../../../src/domain/drafts/draft-types.js';
import { readProcessModel } from '../../../src/domain/bpmn/process-model.js';
import type { LiveEvent } from '../../../src/domain/live/live-types.js';
import type { Actor } from '../../../src/domain/users/actor.js';
import { EngineRejection, type DeployedProcess } from '../../../src/engine/client/port.js';
import { AppError } from '../../../src/shared/errors.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { projectRoot } from '../../../src/shared/project-root.js';
import { connectTestDatabase, type TestDatabase } from '../../support/test-database.js';

const BUNDLE = 'shebaoka-dabanban';
const gan = analyst('gan', '甘分析');
const meng = analyst('meng', '蒙复核');
const admin: Actor = { ...analyst('admin', '管理员'), role: 'administrator' };

function analyst(id: string, displayName: string): Actor {
  return { id, userName: id, displayName, role: 'analyst', demo: true };
}

/** The engine at its port: takes every deployment as a new version, or refuses as Zeebe words it. */
class DeployingEngine {
  deployments = 0;
  refusal: string | undefined;
  onDeploy: (() => Promise<void>) | undefined;

  async deploy(): Promise<DeployedProcess[]> {
    await this.onDeploy?.();
    if (this.refusal) throw new EngineRejection('INVALID_ARGUMENT', this.refusal);
    this.deployments += 1;
    const version = this.deployments;
    const processDefinitionKey = String(2251799813685249n + BigInt(version));
    return [{ bpmnProcessId: BUNDLE, version, processDefinitionKey, resourceName: `${BUNDLE}.bpmn` }];
  }
}

describe('drafts', () => {
  let database: TestDatabase;
  let engine: DeployingEngine;
  let drafts: DraftService;
  let events: LiveEvent[];
  let now: Date;
  let xml: string;
  let deps: DraftDeps;
  /** The studio of a process that runs no workers itself. */
  let withoutWorkers: DraftService;

  before(async function () {
    this.timeout(60_000);
    database = await connectTestDatabase();
  });
  after(() => database.close());
  beforeEach(async () => {
    for (const model of Object.values(mongoose.models)) await model.deleteMany({});
    engine = new DeployingEngine();
    events = [];
    now = new Date('2026-11-24T02:00:00Z');
    const shared = {
      engine,
      live: { emit: (event: LiveEvent) => void events.push(event) },
      clock: { now: () => now },
      logger: silentLogger,
    } as unknown as DraftDeps;
    const bundles = createBundleService(shared);
    await bundles.loadAll(path.join(projectRoot, 'processes'));
    xml = (await bundles.get(BUNDLE)).xml;
    const jobTypes = await jobTypesOf(xml);
    deps = { ...shared, bundles };
    withoutWorkers = createDraftService(deps);
    drafts = createDraftService({ ...deps, knownJobTypes: jobTypes });
  });

  /** A drawing that differs from the published one, as a saved one does. */
  const changed = (text: string): string => xml.replace('</bpmn:definitions>', `<!-- ${text} --></bpmn:definitions>`);

  async function requested(): Promise<number> {
    const saved = await drafts.save(BUNDLE, { xml: changed('a'), baseVersion: 1 }, 'none', gan);
    return (await drafts.requestPublication(BUNDLE, '改了说明', saved.revision, gan)).revision;
  }

  it('keeps a draft beside the published version', async () => {
    const saved = await drafts.save(BUNDLE, { xml: changed('a'), baseVersion: 1 }, 'none', gan);

    const opened = await drafts.open(BUNDLE);
    expect(opened.xml).to.equal(xml);
    const { tasks } = opened.manifest;
    expect(opened.draft).to.deep.equal({ ...saved, xml: changed('a'), tasks, forms: opened.forms });
    expect(saved).to.deep.include({ state: 'editing', baseVersion: 1, savedBy: { id: 'gan', displayName: '甘分析' } });
    expect((await drafts.list())[0]?.draft).to.deep.equal(saved);
    expect(events).to.deep.include({ type: 'bundle', id: BUNDLE });
  });

  it('refuses a change that is based on what somebody else has replaced, and names who', async () => {
    const first = await drafts.save(BUNDLE, { xml: changed('a'), baseVersion: 1 }, 'none', gan);
    const second = await drafts.save(BUNDLE, { xml: changed('b'), baseVersion: 1 }, first.revision, meng);

    const lost = await problemOf(drafts.save(BUNDLE, { xml: changed('c'), baseVersion: 1 }, first.revision, gan));
    const started = await problemOf(drafts.save(BUNDLE, { xml: changed('c'), baseVersion: 1 }, 'none', gan));

    for (const problem of [lost, started]) {
      expect(problem).to.deep.include({ kind: 'precondition-failed', code: 'DRAFT_CHANGED' });
      expect(problem.message).to.contain('蒙复核');
      expect(problem.extensions).to.deep.equal({ current: second });
    }
    expect((await drafts.open(BUNDLE)).draft?.xml).to.equal(changed('b'));
  });

  it('lets only one of two first savers begin', async () => {
    const outcomes = await Promise.allSettled(
      [gan, meng].map((actor) => drafts.save(BUNDLE, { xml: changed(actor.id), baseVersion: 1 }, 'none', actor)),
    );

    expect(outcomes.map(({ status }) => status)).to.have.members(['fulfilled', 'rejected']);
  });

  it('never gives a revision twice, so that an old page cannot overwrite a new draft', async () => {
    const first = await drafts.save(BUNDLE, { xml: changed('a'), baseVersion: 1 }, 'none', gan);
    await drafts.discard(BUNDLE, first.revision, gan);
    const second = await drafts.save(BUNDLE, { xml: changed('b'), baseVersion: 1 }, 'none', meng);

    expect(second.revision).to.be.greaterThan(first.revision);
    expect((await problemOf(drafts.discard(BUNDLE, first.revision, gan))).code).to.equal('DRAFT_CHANGED');
  });

  it('takes an unfinished process, but no text that is not BPMN', async () => {
    const unfinished = xml.replace(/<bpmn:sequenceFlow [^>]*\/>/, '');
    const saved = await drafts.save(BUNDLE, { xml: unfinished, baseVersion: 1 }, 'none', gan);

    const problem = await problemOf(drafts.save(BUNDLE, { xml: '<bpmn', baseVersion: 1 }, saved.revision, gan));

    expect(problem).to.deep.include({ kind: 'invalid', code: 'XML_INVALID' });
  });

  it('goes live when a second person approves: new cases run on it, with who and why', async () => {
    const revision = await requested();

    const published = await drafts.approve(BUNDLE, revision, meng);

    expect(published.version).to.equal(2);
    expect(published.processDefinitionKey).to.equal('2251799813685250');
    const opened = await drafts.open(BUNDLE);
    expect(opened).to.deep.include({ version: 2, xml: changed('a'), draft: null });
    const [newest, oldest] = await drafts.versions(BUNDLE);
    expect(newest).to.deep.include({
      version: 2,
      current: true,
      publishedBy: '甘分析',
      approvedBy: '蒙复核',
      note: '改了说明',
    });
    expect(oldest).to.deep.include({ version: 1, current: false });
    expect((await drafts.version(BUNDLE, 1)).xml).to.equal(xml);
  });

  it('never goes live by the hand that saved or asked last, not even the administrator’s', async () => {
    const saved = await drafts.save(BUNDLE, { xml: changed('a'), baseVersion: 1 }, 'none', admin);
    const { revision } = await drafts.requestPublication(BUNDLE, '改', saved.revision, gan);

    for (const actor of [admin, gan]) {
      expect((await problemOf(drafts.approve(BUNDLE, revision, actor))).code).to.equal('SECOND_PERSON_REQUIRED');
      expect((await problemOf(drafts.returnDraft(BUNDLE, '不行', actor))).code).to.equal('SECOND_PERSON_REQUIRED');
    }
    expect(engine.deployments).to.equal(0);
    expect((await drafts.approve(BUNDLE, revision, meng)).version).to.equal(2);
  });

  it('becomes one version when two approve at the same time', async () => {
    const revision = await requested();

    const outcomes = await Promise.allSettled([meng, admin].map((actor) => drafts.approve(BUNDLE, revision, actor)));

    expect(outcomes.map(({ status }) => status)).to.have.members(['fulfilled', 'rejected']);
    expect(await drafts.versions(BUNDLE)).to.have.length(2);
  });

  it('stays requested, at the same revision, when the engine refuses, and says which element is wrong', async () => {
    const revision = await requested();
    engine.refusal = "'shebaoka-dabanban.bpmn': - Element: apply-card\n    - ERROR: Must have a task definition";

    const problem = await problemOf(drafts.approve(BUNDLE, revision, meng));

    expect(problem).to.deep.include({ kind: 'unprocessable', code: 'MODEL_INVALID' });
    expect(problem.errors).to.deep.equal([{ path: 'apply-card', message: 'Must have a task definition' }]);
    expect((await drafts.open(BUNDLE)).draft).to.deep.include({ state: 'requested', revision });
    expect(await drafts.versions(BUNDLE)).to.have.length(1);
    engine.refusal = undefined;
    expect((await drafts.approve(BUNDLE, revision, meng)).version).to.equal(2);
  });

  const newStep = (extensions: string): string =>
    xml.replace(
      /<\/bpmn:process>/,
      `<bpmn:userTask id="photo-again" name="照片复核"><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:userTask></bpmn:process>`,
    );
  const photoForm = {
    type: 'default',
    components: [{ type: 'checkbox', id: 'c', key: 'sharp', label: '照片清晰' }],
  };

  it('carries new human steps with their forms into the version; what is no longer drawn is dropped', async () => {
    const drawn = newStep(
      '<zeebe:formDefinition formKey="forms/photo-again.form" /><zeebe:assignmentDefinition candidateGroups="gongan" />',
    ).replaceAll(
      /userTask id="register-pickup"([\s\S]*?)<\/bpmn:userTask>/g,
      'task id="register-pickup"$1</bpmn:task>',
    );
    const before = await drafts.open(BUNDLE);
    const draft = {
      xml: drawn,
      tasks: { 'photo-again': { actions: ['complete', 'refuse'] as const, item: 'identity-verification' } },
      forms: { ...before.forms, 'photo-again': photoForm },
      baseVersion: 1,
    };
    const saved = await drafts.save(BUNDLE, draft, 'none', gan);
    expect((await drafts.open(BUNDLE)).draft?.tasks['photo-again']).to.deep.equal({
      name: '照片复核',
      form: 'photo-again',
      queue: 'gongan',
      actions: ['complete', 'refuse'],
      item: 'identity-verification',
    });
    const { revision } = await drafts.requestPublication(BUNDLE, '照片复核', saved.revision, gan);

    await drafts.approve(BUNDLE, revision, meng);

    const { manifest, forms } = await drafts.open(BUNDLE);
    const { 'register-pickup': _dropped, ...kept } = before.manifest.tasks;
    expect(Object.keys(manifest.tasks)).to.have.members([...Object.keys(kept), 'photo-again']);
    expect(manifest.tasks['review-application']).to.deep.equal(before.manifest.tasks['review-application']);
    expect(forms['photo-again']).to.deep.equal(photoForm);
    const old = await drafts.version(BUNDLE, 1);
    expect([Object.keys(old.tasks), Object.keys(old.forms)]).to.deep.equal([
      Object.keys(before.manifest.tasks),
      Object.keys(before.forms),
    ]);
  });

  it('says of a new human step everything that it lacks, and of a form what cannot be checked', async () => {
    const { forms } = await drafts.open(BUNDLE);
    const unsound = { type: 'default', components: [{ type: 'filepicker', id: 'f', key: 'f', label: '附件' }] };
    const ask = async (draft: { xml: string; forms?: typeof forms }, revision: number | 'none'): Promise<AppError> => {
      const saved = await drafts.save(BUNDLE, { ...draft, baseVersion: 1 }, revision, gan);
      const asked = await drafts.requestPublication(BUNDLE, '新环节', saved.revision, gan);
      const problem = await problemOf(drafts.approve(BUNDLE, asked.revision, meng));
      await drafts.takeBack(BUNDLE, gan);
      return problem;
    };

    const bare = await ask({ xml: newStep('') }, 'none');
    expect(bare.errors.map(({ path }) => path)).to.deep.equal(['photo-again', 'photo-again']);
    expect(bare.errors.map(({ message }) => message).join()).to.match(/队列.*表单/);

    const complete = newStep(
      '<zeebe:formDefinition formKey="forms/photo-again.form" /><zeebe:assignmentDefinition candidateGroups="gongan" />',
    );
    const revision = (await drafts.open(BUNDLE)).draft?.revision ?? 0;
    const wrong = await ask({ xml: complete, forms: { ...forms, 'photo-again': unsound } }, revision);
    expect(wrong.code).to.equal('MODEL_INVALID');
    expect(wrong.errors[0]?.message).to.contain('filepicker');
    expect(engine.deployments).to.equal(0);
  });

  it('is refused with job types that nobody serves', async () => {
    const [, type] = /<zeebe:taskDefinition type="([^"=]+)"/.exec(xml) ?? [];
    const unknown = xml.replace(`type="${type}"`, 'type="renshe.no-such-step"');
    const saved = await drafts.save(BUNDLE, { xml: unknown, baseVersion: 1 }, 'none', gan);
    const { revision } = await drafts.requestPublication(BUNDLE, '新环节', saved.revision, gan);

    const problem = await problemOf(drafts.approve(BUNDLE, revision, meng));

    expect(problem.code).to.equal('MODEL_INVALID');
    expect(problem.errors[0]?.message).to.contain('renshe.no-such-step');
    expect(engine.deployments).to.equal(0);
  });

  it('knows what workers of other processes serve, from their start on', async () => {
    const renshe = { type: 'renshe.apply-card', name: '社保卡申领', department: 'renshe', refusal: 'RENSHE_REFUSED' };
    const old = createDraftService({ ...deps, knownJobTypes: [renshe, { type: 'renshe.old', name: '旧' }] });
    await old.announceJobTypes();
    await createDraftService({ ...deps, knownJobTypes: [renshe] }).announceJobTypes();
    await withoutWorkers.announceJobTypes();

    expect((await withoutWorkers.open(BUNDLE)).knownJobTypes).to.deep.equal([renshe]);
  });

  it('can be taken back, returned with a comment, changed and asked for again', async () => {
    await requested();
    const back = await drafts.takeBack(BUNDLE, gan);
    expect(back.state).to.equal('editing');

    const again = await drafts.requestPublication(BUNDLE, '再次申请', back.revision, gan);
    const blocked = await problemOf(drafts.save(BUNDLE, { xml: changed('b'), baseVersion: 1 }, again.revision, gan));
    expect(blocked.code).to.equal('DRAFT_REQUESTED');

    const returned = await drafts.returnDraft(BUNDLE, '请补充说明', meng);
    expect(returned).to.deep.include({ state: 'returned' });
    expect(returned.returned).to.deep.include({ comment: '请补充说明', by: { id: 'meng', displayName: '蒙复核' } });
    expect((await problemOf(drafts.approve(BUNDLE, returned.revision, meng))).code).to.equal('DRAFT_NOT_REQUESTED');

    const saved = await drafts.save(BUNDLE, { xml: changed('b'), baseVersion: 1 }, returned.revision, gan);
    expect(saved.state).to.equal('editing');
  });

  it('can be approved again when the process died over its publication, without a second version', async () => {
    const revision = await requested();
    const asked = new Promise<void>((resolve) => {
      engine.onDeploy = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    void drafts.approve(BUNDLE, revision, meng).catch(() => undefined);
    await asked;
    engine.onDeploy = undefined;

    expect((await problemOf(drafts.approve(BUNDLE, revision, admin))).code).to.equal('DRAFT_PUBLISHING');
    now = new Date(now.getTime() + 61_000);

    expect((await drafts.approve(BUNDLE, revision, admin)).version).to.be.greaterThan(1);
    expect((await drafts.versions(BUNDLE)).filter(({ note }) => note === '改了说明')).to.have.length(1);
  });
});

async function jobTypesOf(xml: string): Promise<KnownJobType[]> {
  const { elements } = await readProcessModel(xml);
  return [...elements.values()].flatMap(({ jobType }) => (jobType ? [{ type: jobType, name: jobType }] : []));
}

async function problemOf(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected an AppError, found ${String(error)}`);
}
