import { expect } from 'chai';
import { CaseModel } from '../../../src/domain/cases/case-model.js';
import type { SubmitCase } from '../../../src/domain/cases/case-types.js';
import { newCase } from '../../../src/domain/cases/filing.js';
import { EngineRejection, EngineUnavailable } from '../../../src/engine/client/port.js';
import { people, startDomain, stepOf, submitted, type DomainFixture } from '../support/domain-fixture.js';
import { RecordingEngine } from '../support/recording-engine.js';
import { until } from '../support/until.js';

describe('the outbox', function () {
  this.timeout(60_000);
  let fixture: DomainFixture;
  before(async () => {
    fixture = await startDomain();
  });
  after(() => fixture.close());
  afterEach(() => {
    fixture.engine.fail = () => undefined;
  });

  const settled = (caseNumber: string): Promise<unknown> =>
    until('nothing left to deliver', async () => {
      const found = await CaseModel.findById(caseNumber).lean();
      return found && found.effects.length === 0 && found.effectsAt === undefined;
    });

  it('deploys the bundles before it starts the first process', async () => {
    await submitted(fixture.domain, people.zhangsan);
    await until('the start message', () => fixture.engine.messages.length > 0);
    expect(fixture.engine.deployed).to.deep.equal(['shebaoka-dabanban']);
  });

  it('tries again until the engine is back, and then delivers once', async () => {
    const { engine, domain } = fixture;
    let away = true;
    let tries = 0;
    engine.fail = () => {
      tries++;
      if (away) throw new EngineUnavailable('no engine');
    };
    const { caseNumber } = await submitted(domain, people.zhangsan);
    await until('two tries', () => tries >= 2);
    expect(await domain.outbox.health()).to.deep.include({ waiting: 1, dead: 0 });
    away = false;
    await settled(caseNumber);
    expect(engine.messages.filter((message) => message.messageId === caseNumber)).to.have.length(1);
  });

  it('delivers what a process left behind that died after its write', async () => {
    const { domain, engine } = fixture;
    const { caseNumber } = await submitted(domain, people.zhangsan);
    await settled(caseNumber);
    // As that process left it: the case with its effect in one write, nobody awake.
    const found = await CaseModel.findById(caseNumber).lean();
    if (!found) throw new Error('no case');
    const bundle = await domain.bundles.get(found.bundleId);
    const filing = { bundle, form: found.form, applicant: found.applicant, materials: [] };
    const input: SubmitCase = { bundleId: found.bundleId, channel: 'online', form: {}, materials: [] };
    const { limits, window } = found;
    const request = { input, actor: people.lisi, key: 'left-behind', limits, window, now: fixture.clock.now() };
    await CaseModel.collection.insertOne(newCase('TB20261124900001', filing, request) as never);
    await settled('TB20261124900001');
    expect(engine.messages.some((message) => message.messageId === 'TB20261124900001')).to.equal(true);
  });

  it('keeps a case’s messages in their order', async () => {
    const { domain, engine } = fixture;
    let failures = 3;
    engine.fail = () => {
      if (failures-- > 0) throw new EngineUnavailable('no engine');
    };
    const { caseNumber } = await submitted(domain, people.zhangsan);
    await domain.cases.withdraw(caseNumber, '马上撤回', people.zhangsan);
    await settled(caseNumber);
    const ids = engine.messages.map((message) => message.messageId).filter((id) => id.startsWith(caseNumber));
    expect(ids).to.deep.equal([caseNumber, `${caseNumber}-withdrawal`]);
  });

  it('shares the work between processes without doing it twice', async () => {
    const second = new RecordingEngine();
    const other = await fixture.another({ engine: second });
    const numbers: string[] = [];
    for (let i = 0; i < 20; i++) {
      numbers.push((await submitted(i % 2 ? fixture.domain : other, people.zhangsan)).caseNumber);
    }
    await Promise.all(numbers.map(settled));
    const sent = [...fixture.engine.messages, ...second.messages].map((message) => message.messageId);
    for (const number of numbers) expect(sent.filter((id) => id === number)).to.deep.equal([number]);
    await other.close();
  });

  it('gives up what the engine keeps refusing, shows it, and goes on with the rest', async () => {
    const { domain, engine } = fixture;
    const { caseNumber } = await submitted(domain, people.zhangsan);
    await settled(caseNumber);
    await domain.cases.accept(caseNumber, stepOf('accept'));
    engine.fail = (method) => {
      if (method === 'publishMessage') throw new EngineRejection('INVALID_ARGUMENT', 'not such a message');
    };
    await domain.cases.withdraw(caseNumber, '撤回', people.zhangsan);
    await settled(caseNumber);
    const found = await CaseModel.findById(caseNumber).lean();
    expect(found?.deadEffects).to.have.length(1);
    expect(found?.deadEffects[0]).to.deep.include({ reason: 'not such a message' });
    expect((await domain.outbox.health()).dead).to.equal(1);
  });
});
