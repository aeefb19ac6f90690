import { expect } from 'chai';
import type { CaseView } from '../../../src/domain/cases/case-types.js';
import type { Domain } from '../../../src/domain/domain.js';
import {
  people,
  refusalOf,
  startDomain,
  stepOf,
  submitted,
  upload,
  type DomainFixture,
} from '../support/domain-fixture.js';
import { until } from '../support/until.js';

const DAY = 24 * 60 * 60 * 1000;

describe('the process’s steps with a case', function () {
  this.timeout(60_000);
  let fixture: DomainFixture;
  let domain: Domain;
  before(async () => {
    fixture = await startDomain();
    ({ domain } = fixture);
  });
  after(() => fixture.close());

  const view = (caseNumber: string): Promise<CaseView> => domain.cases.get(caseNumber, people.zhangsan);

  async function accepted(): Promise<string> {
    const { caseNumber } = await submitted(domain, people.zhangsan);
    await domain.cases.precheck(caseNumber, stepOf('precheck'));
    await domain.cases.accept(caseNumber, stepOf('accept'));
    return caseNumber;
  }

  async function itemsEnd(caseNumber: string, results: Record<string, 'granted' | 'refused'>): Promise<void> {
    for (const [item, result] of Object.entries(results)) {
      await domain.cases.recordItemResult(caseNumber, stepOf(`${item}-result`), { item, result, reason: '测试' });
    }
  }

  it('goes from 收件 over 预受理 and 在办 to 办结', async () => {
    const { caseNumber } = await submitted(domain, people.zhangsan);
    const precheck = await domain.cases.precheck(caseNumber, stepOf('precheck', '77'));
    expect(precheck).to.deep.equal({ complete: true, missing: [] });
    expect(await view(caseNumber)).to.include({ state: 'pre-accepting', processInstanceKey: '77' });
    expect(await domain.cases.findByProcessInstance('77')).to.equal(caseNumber);
    await domain.cases.accept(caseNumber, stepOf('accept'));
    const after = await view(caseNumber);
    expect(after.state).to.equal('in-progress');
    expect(after.items.map((item) => item.state)).to.deep.equal(Array(4).fill('in-progress'));
    const all = { 'identity-verification': 'granted', 'card-application': 'granted' } as const;
    await itemsEnd(caseNumber, { ...all, 'entitlement-link': 'granted', 'bank-account': 'granted' });
    const { result } = await domain.cases.finish(caseNumber, stepOf('finish'), { trackingNumber: 'EM1' });
    expect(result).to.equal('granted');
    const finished = await view(caseNumber);
    expect(finished).to.include({ state: 'finished', result: 'granted' });
    expect(finished.delivery.trackingNumber).to.equal('EM1');
    expect(finished.allowed).to.deep.equal([]);
    const kinds = (await domain.cases.timeline(caseNumber, people.zhangsan)).map((entry) => entry.kind);
    expect(kinds).to.deep.equal(['submitted', 'prechecked', 'accepted', ...Array(4).fill('item-granted'), 'finished']);
  });

  it('does a step once, however often and however much at the same time its job is delivered', async () => {
    const caseNumber = await accepted();
    const step = stepOf('ask-correction');
    const asked = { missing: [{ id: 'photo', name: '白底证件照', reason: '背景不是白色' }], askedBy: 'renshe' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => domain.cases.askCorrection(caseNumber, step, asked)),
    );
    expect(new Set(answers.map((answer) => answer.number))).to.deep.equal(new Set([1]));
    expect((await view(caseNumber)).corrections).to.have.length(1);
    const again = await domain.cases.askCorrection(caseNumber, step, asked);
    expect(again.limits.correctionDueAt).to.deep.equal(answers[0]?.limits.correctionDueAt);
  });

  it('loses none of the results that departments record at the same moment', async () => {
    const caseNumber = await accepted();
    const items = ['identity-verification', 'card-application', 'entitlement-link', 'bank-account'];
    await Promise.all(
      items.map((item) => domain.cases.recordItemResult(caseNumber, stepOf(item), { item, result: 'granted' })),
    );
    expect((await view(caseNumber)).items.map((item) => item.result)).to.deep.equal(Array(4).fill('granted'));
  });

  it('is partly granted when one department refuses', async () => {
    const caseNumber = await accepted();
    await itemsEnd(caseNumber, {
      'identity-verification': 'granted',
      'card-application': 'granted',
      'entitlement-link': 'refused',
      'bank-account': 'granted',
    });
    const { result } = await domain.cases.finish(caseNumber, stepOf('finish'));
    expect(result).to.equal('partly-granted');
    const refused = (await view(caseNumber)).items.find((item) => item.itemId === 'entitlement-link');
    expect(refused).to.include({ result: 'refused', reason: '测试', departmentName: '医疗保障部门' });
  });

  it('asks for everything missing at once; the correction sends the process one message and the case goes on', async () => {
    const { caseNumber } = await submitted(domain, people.zhangsan, { materials: [], submitIncomplete: true });
    const found = await domain.cases.precheck(caseNumber, stepOf('precheck'));
    expect(found.missing.map((material) => material.id)).to.deep.equal(['id-card-front', 'id-card-back', 'photo']);
    await domain.cases.askCorrection(caseNumber, stepOf('ask-correction'), { ...found, askedBy: 'precheck' });
    const asked = await view(caseNumber);
    expect(asked.state).to.equal('correcting');
    expect(asked.allowed).to.deep.equal(['correct', 'withdraw']);
    expect(asked.corrections[0]).to.include({ number: 1, by: '自动预审' });

    const materials = await Promise.all(found.missing.map(({ id }) => upload(domain, people.zhangsan, id)));
    const corrected = await domain.cases.correct(caseNumber, { materials }, people.zhangsan);
    expect(corrected.state).to.equal('pre-accepting');
    const message = await until('the message', () =>
      fixture.engine.messages.find((sent) => sent.messageId === `${caseNumber}-correction-1`),
    );
    expect(message).to.include({ name: 'case.corrected', correlationKey: caseNumber });
    expect((await domain.cases.precheck(caseNumber, stepOf('precheck'))).complete).to.equal(true);
    const twice = await refusalOf(domain.cases.correct(caseNumber, { materials }, people.zhangsan));
    expect(twice).to.include({ kind: 'conflict', code: 'CASE_STATE_FORBIDS' });
  });

  it('takes corrected form fields together with the others, checks them, and renews the applicant’s details', async () => {
    const caseNumber = await accepted();
    const asked = { missing: [{ id: 'form', name: '申请表', reason: '手机号码有误' }], askedBy: 'renshe' };
    await domain.cases.askCorrection(caseNumber, stepOf('renshe-ask-correction'), asked);
    const input = { form: { phone: '13911112222' }, materials: [] };
    const corrected = await domain.cases.correct(caseNumber, input, people.zhangsan);
    expect(corrected.state).to.equal('in-progress');
    expect(corrected.form).to.include({ phone: '13911112222', bank: 'bank-a' });
    expect((await domain.cases.facts(caseNumber)).applicant.phone).to.equal('13911112222');
  });

  it('lets the window correct for the person, and takes masked values for untouched', async () => {
    const { caseNumber } = await submitted(domain, people.window);
    const seen = (): Promise<CaseView> => domain.cases.get(caseNumber, people.window);
    const { form } = await seen();
    expect(form['name']).to.equal('张*');
    const asked = { missing: [{ id: 'form', name: '申请表', reason: '银行选错' }], askedBy: 'window' };
    await domain.cases.askCorrection(caseNumber, stepOf('ask-correction'), asked);
    expect((await seen()).form).to.include({ name: '张三', idNumber: '450103199003071234' });
    const input = { form: { ...form, bank: 'bank-b' }, materials: [] };
    await domain.cases.correct(caseNumber, input, people.window);
    const facts = await domain.cases.facts(caseNumber);
    expect(facts.form).to.include({ name: '张三', phone: '13800000000', bank: 'bank-b' });
    expect((await seen()).form['name']).to.equal('张*');
  });

  it('goes on when an item is returned because its correction did not come', async () => {
    const caseNumber = await accepted();
    const asked = { missing: [{ id: 'photo', name: '照片', reason: '不清晰' }], askedBy: 'renshe' };
    await domain.cases.askCorrection(caseNumber, stepOf('renshe-ask-correction'), asked);
    const outcome = { item: 'card-application', result: 'returned', reason: '逾期未补正' } as const;
    await domain.cases.recordItemResult(caseNumber, stepOf('renshe-record-return'), outcome);
    const after = await view(caseNumber);
    expect(after.state).to.equal('in-progress');
    expect(after.allowed).to.deep.equal(['withdraw']);
  });

  it('is withdrawn when the process has ended its work, with one message however often it is asked', async () => {
    const caseNumber = await accepted();
    await domain.cases.recordItemResult(caseNumber, stepOf('x'), { item: 'identity-verification', result: 'granted' });
    await domain.cases.withdraw(caseNumber, '不办了', people.zhangsan);
    const asked = await domain.cases.withdraw(caseNumber, '真的不办了', people.zhangsan);
    expect(asked).to.include({ state: 'in-progress' });
    expect(asked.allowed).to.deep.equal([]);
    await until('the message', () =>
      fixture.engine.messages.some((sent) => sent.messageId === `${caseNumber}-withdrawal`),
    );
    await domain.cases.closeWithdrawn(caseNumber, stepOf('withdraw'));
    const ended = await view(caseNumber);
    expect(ended).to.include({ state: 'withdrawn', result: 'withdrawn' });
    expect(ended.items.map((item) => item.result)).to.deep.equal(['granted', 'withdrawn', 'withdrawn', 'withdrawn']);
  });

  it('refuses what the state does not allow', async () => {
    const caseNumber = await accepted();
    await domain.cases.returnCase(caseNumber, stepOf('return-case'), '逾期未补正');
    for (const work of [
      () => domain.cases.accept(caseNumber, stepOf('accept')),
      () => domain.cases.finish(caseNumber, stepOf('finish')),
      () => domain.cases.recordItemResult(caseNumber, stepOf('x'), { item: 'card-application', result: 'granted' }),
      () => domain.cases.withdraw(caseNumber, '太晚了', people.zhangsan),
    ]) {
      expect(await refusalOf(work())).to.include({ kind: 'conflict', code: 'CASE_STATE_FORBIDS' });
    }
  });

  it('turns the light amber when the warning time passes and red when the promise is broken', async () => {
    const caseNumber = await accepted();
    const light = async (): Promise<string> => (await view(caseNumber)).limits.light;
    expect(await light()).to.equal('green');
    fixture.clock.advance(7 * DAY);
    expect(await light()).to.equal('amber');
    fixture.clock.advance(7 * DAY);
    expect(await light()).to.equal('red');
    await domain.cases.warn(caseNumber, stepOf('warn'));
    await domain.cases.escalate(caseNumber, stepOf('escalate'));
    await domain.cases.escalate(caseNumber, stepOf('escalate'));
    const kinds = (await domain.cases.timeline(caseNumber, people.zhangsan)).map((entry) => entry.kind);
    expect(kinds.slice(-2)).to.deep.equal(['warned', 'escalated']);
  });

  it('passes the bank’s call-back on once, however often it comes', async () => {
    const caseNumber = await accepted();
    for (let i = 0; i < 3; i++) await domain.cases.cardMade(caseNumber, 'ZK1', '6217000000000000001');
    const id = `${caseNumber}-card-made-ZK1`;
    const message = await until('the message', () => fixture.engine.messages.find((sent) => sent.messageId === id));
    expect(message.variables).to.deep.equal({ requestId: 'ZK1', cardNumber: '6217000000000000001' });
    const kinds = (await domain.cases.timeline(caseNumber, people.zhangsan)).map((entry) => entry.kind);
    expect(kinds.filter((kind) => kind === 'card-made')).to.have.length(1);
    const unknown = await refusalOf(domain.cases.cardMade('TB20200101000001', 'ZK1', '6'));
    expect(unknown.code).to.equal('CASE_NOT_FOUND');
  });
});
