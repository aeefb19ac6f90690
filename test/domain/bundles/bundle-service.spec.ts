import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { createBundleService } from '../../../src/domain/bundles/bundle-service.js';
import { BundleVersionModel } from '../../../src/domain/bundles/bundle-version-model.js';
import type { BundleService } from '../../../src/domain/bundles/bundle-types.js';
import { EngineRejection, EngineUnavailable } from '../../../src/engine/client/port.js';
import { systemClock } from '../../../src/shared/clock.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { projectRoot } from '../../../src/shared/project-root.js';
import { BUNDLE } from '../../support/card-case.js';
import { connectTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { people, refusalOf } from '../support/domain-fixture.js';
import { RecordingEngine } from '../support/recording-engine.js';

describe('bundles', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let folder: string;
  let engine: RecordingEngine;
  before(async () => {
    database = await connectTestDatabase();
  });
  after(() => database.close());
  beforeEach(async () => {
    await BundleVersionModel.deleteMany({});
    folder = mkdtempSync(path.join(os.tmpdir(), 'tongban-bundles-'));
    cpSync(path.join(projectRoot, 'processes', BUNDLE), path.join(folder, BUNDLE), { recursive: true });
    engine = new RecordingEngine();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function bundles(): BundleService {
    const live = { emit: () => undefined, subscribe: () => () => undefined, since: () => Promise.resolve([]) };
    return createBundleService({ engine, live, clock: systemClock, logger: silentLogger });
  }

  function change(file: string, from: string, to: string): void {
    const target = path.join(folder, BUNDLE, file);
    const before = readFileSync(target, 'utf8');
    expect(before).to.contain(from);
    writeFileSync(target, before.replace(from, to));
  }

  it('are loaded once, also by processes that start at the same time, and again when a package changes', async () => {
    await Promise.all([bundles().loadAll(folder), bundles().loadAll(folder)]);
    const service = bundles();
    await service.loadAll(folder);
    expect((await service.get(BUNDLE)).version).to.equal(1);
    change('guide.md', '# ', '# 新版 ');
    await service.loadAll(folder);
    const newest = await service.get(BUNDLE);
    expect(newest.version).to.equal(2);
    expect(newest.guide).to.contain('# 新版 ');
    expect((await service.get(BUNDLE, 1)).guide).not.to.contain('# 新版 ');
    expect(Object.keys(newest.forms)).to.include.members(['application', 'set-pin']);
  });

  it('stop the start when a package is not sound, saying everything that is wrong', async () => {
    change('manifest.json', '"startForm": "application"', '"startForm": "applicatoin"');
    change('process.bpmn', 'id="set-pin"', 'id="set-pim"');
    const failure = await bundles()
      .loadAll(folder)
      .then(() => '')
      .catch((error: Error) => error.message);
    for (const part of ['/startForm', 'applicatoin', 'set-pim', '/tasks/set-pin']) expect(failure).to.contain(part);
    change('manifest.json', '"promisedWorkingDays": 7', '"promisedWorkingDays": "7"');
    const schema = await bundles()
      .loadAll(folder)
      .then(() => '')
      .catch((error: Error) => error.message);
    expect(schema).to.contain('/limits/promisedWorkingDays');
  });

  it('are deployed in their newest version, which is known again by its process definition', async () => {
    const service = bundles();
    await service.loadAll(folder);
    await service.deployAll();
    await service.deployAll();
    expect((await service.versions(BUNDLE))[0]).to.include({ version: 1, engineVersion: 1, publishedBy: 'package' });
    expect((await service.findByProcessDefinition(`${BUNDLE}-1`))?.version).to.equal(1);
    expect(await service.findByProcessDefinition('123')).to.equal(undefined);
  });

  it('published from the modeler: the new version is for new cases, the old one stays, a restart keeps both', async () => {
    const service = bundles();
    await service.loadAll(folder);
    await service.deployAll();
    const { xml } = await service.get(BUNDLE);
    const changed = xml.replace('name="照片与信息审核"', 'name="照片审核"');
    const publication = { xml: changed, note: '改名', requestedBy: '甘分析' };
    const published = await service.publish(BUNDLE, publication, people.supervisor);
    expect(published).to.include({ version: 2, processDefinitionKey: `${BUNDLE}-2` });
    const restarted = bundles();
    await restarted.loadAll(folder);
    expect((await restarted.get(BUNDLE)).xml).to.equal(changed);
    expect((await restarted.get(BUNDLE, 1)).xml).to.equal(xml);
    expect((await restarted.findByProcessDefinition(`${BUNDLE}-1`))?.version).to.equal(1);
    const [newest] = await restarted.versions(BUNDLE);
    expect(newest).to.include({ version: 2, publishedBy: '甘分析', approvedBy: 'supervisor', note: '改名' });
  });

  it('that the engine refuses are not published; the findings name the elements', async () => {
    const service = bundles();
    await service.loadAll(folder);
    const { xml } = await service.get(BUNDLE);
    engine.fail = () => {
      throw new EngineRejection(
        'INVALID_ARGUMENT',
        "Expected to deploy new resources, but encountered the following errors:\n'x.bpmn': - Element: accept\n    - ERROR: Must have a task definition\n- Element: finish > extensionElements > taskDefinition\n    - ERROR: Must not be empty",
      );
    };
    const refusal = await refusalOf(service.publish(BUNDLE, { xml: `${xml} `, note: '' }, people.analyst));
    expect(refusal).to.include({ kind: 'unprocessable', code: 'MODEL_INVALID' });
    expect(refusal.errors).to.deep.equal([
      { path: 'accept', message: 'Must have a task definition' },
      { path: 'finish', message: 'Must not be empty' },
    ]);
    engine.fail = () => {
      throw new EngineUnavailable('away');
    };
    const away = await service
      .publish(BUNDLE, { xml: `${xml} `, note: '' }, people.analyst)
      .catch((error: Error) => error);
    expect(away).to.be.instanceOf(EngineUnavailable);
    expect((await service.get(BUNDLE)).version).to.equal(1);
    expect(await BundleVersionModel.countDocuments({})).to.equal(1);
  });

  it('whose model lost a step that the manifest needs are refused before the engine is asked', async () => {
    const service = bundles();
    await service.loadAll(folder);
    const { xml } = await service.get(BUNDLE);
    const broken = xml.replaceAll('"set-pin"', '"set-code"');
    const refusal = await refusalOf(service.publish(BUNDLE, { xml: broken, note: '' }, people.analyst));
    expect(refusal.errors.map((error) => error.path)).to.have.members(['set-code', '/tasks/set-pin']);
    expect(engine.deployed).to.deep.equal([]);
  });
});
