import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { CaseModel } from '../../../src/domain/cases/case-model.js';
import { applicationForm } from '../../support/card-case.js';
import {
  application,
  people,
  refusalOf,
  REQUIRED,
  startDomain,
  submitted,
  upload,
  type DomainFixture,
} from '../support/domain-fixture.js';
import { until } from '../support/until.js';

describe('filing a case', function () {
  this.timeout(60_000);
  let fixture: DomainFixture;
  before(async () => {
    fixture = await startDomain();
  });
  after(() => fixture.close());

  it('gives a case number, child numbers, limits on working days, and starts the process with a message', async () => {
    const { domain, engine } = fixture;
    const view = await submitted(domain, people.zhangsan);
    expect(view.caseNumber).to.match(/^TB20261124\d{6}$/);
    expect(view.state).to.equal('received');
    expect(view.items.map((item) => item.number)).to.deep.equal([1, 2, 3, 4].map((n) => `${view.caseNumber}-0${n}`));
    // 7 working days after Tuesday 24 November: Thursday 3 December, 17:30 in Nanning.
    expect(view.limits.promisedDueAt.toISOString()).to.equal('2026-12-03T09:30:00.000Z');
    const message = await until('the start message', () =>
      engine.messages.find((sent) => sent.messageId === view.caseNumber),
    );
    expect(message.name).to.equal('shebaoka-dabanban.submitted');
    expect(message.correlationKey).to.equal(view.caseNumber);
    expect(message.variables).to.deep.include({
      caseNumber: view.caseNumber,
      channel: 'online',
      deliveryMethod: 'express',
      form: { applicationKind: 'first', bank: 'bank-a' },
    });
    expect(JSON.stringify(message.variables)).not.to.contain('450103199003071234');
    await until('nothing left to deliver', async () => !(await CaseModel.exists({ effectsAt: { $exists: true } })));
  });

  it('is one case when the same request comes again, also at the same time', async () => {
    const { domain, engine } = fixture;
    const input = await application(domain, people.zhangsan);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => domain.cases.submit(input, people.zhangsan, key)),
    );
    const again = await domain.cases.submit(input, people.zhangsan, key);
    const numbers = new Set([...answers, again].map((answer) => answer.view.caseNumber));
    expect(numbers.size).to.equal(1);
    expect(answers.filter((answer) => answer.created)).to.have.length(1);
    const [number = ''] = numbers;
    await until('the start message', () => engine.messages.some((sent) => sent.messageId === number));
    expect(engine.messages.filter((sent) => sent.messageId === number)).to.have.length(1);
  });

  it('refuses the same key with another body, but not the same key of another person', async () => {
    const { domain } = fixture;
    const key = randomUUID();
    const input = await application(domain, people.zhangsan);
    await domain.cases.submit(input, people.zhangsan, key);
    const other = { ...input, form: applicationForm({ bank: 'bank-b' }) };
    const refusal = await refusalOf(domain.cases.submit(other, people.zhangsan, key));
    expect(refusal).to.include({ kind: 'unprocessable', code: 'IDEMPOTENCY_KEY_REUSED' });
    const lisi = await domain.cases.submit(await application(domain, people.lisi), people.lisi, key);
    expect(lisi.created).to.equal(true);
  });

  it('names every wrong field in Chinese, by the form’s own rules', async () => {
    const { domain } = fixture;
    const form = applicationForm({ name: '张', idNumber: '123', bank: 'bank-x', deliveryAddress: undefined, extra: 1 });
    const refusal = await refusalOf(submitted(domain, people.zhangsan, { form }));
    expect(refusal.code).to.equal('CASE_FORM_INVALID');
    const byPath = Object.fromEntries(refusal.errors.map((error) => [error.path, error.message]));
    expect(Object.keys(byPath).sort()).to.deep.equal([
      '/form/bank',
      '/form/deliveryAddress',
      '/form/extra',
      '/form/idNumber',
      '/form/name',
    ]);
    expect(byPath['/form/idNumber']).to.equal('请填写 18 位居民身份证号码');
    expect(byPath['/form/deliveryAddress']).to.equal('请填写或选择“邮寄地址”。');
    expect(byPath['/form/name']).to.match(/^“姓名”.*2/);
  });

  it('does not ask for a field that the form hides, and does not keep it', async () => {
    const { domain } = fixture;
    const form = applicationForm({ deliveryMethod: 'pickup', deliveryAddress: '不该留下的地址' });
    const view = await submitted(domain, people.zhangsan, { form });
    expect(view.form).not.to.have.property('deliveryAddress');
  });

  it('refuses missing materials, naming all of them at once', async () => {
    const { domain } = fixture;
    const form = applicationForm({ applicationKind: 'replacement' });
    const materials = [await upload(domain, people.zhangsan, 'photo')];
    const refusal = await refusalOf(submitted(domain, people.zhangsan, { form, materials }));
    expect(refusal.code).to.equal('CASE_MATERIALS_MISSING');
    expect(refusal.errors.map((error) => error.path)).to.deep.equal([
      '/materials/id-card-front',
      '/materials/id-card-back',
      '/materials/old-card',
    ]);
  });

  it('takes an incomplete application when the applicant says so; the pre-check then finds what is missing', async () => {
    const { domain } = fixture;
    const view = await submitted(domain, people.zhangsan, { materials: [], submitIncomplete: true });
    expect(view.materials.flatMap((material) => material.files)).to.deep.equal([]);
  });

  it('refuses files of somebody else, and files uploaded for another material', async () => {
    const { domain } = fixture;
    const foreign = await upload(domain, people.lisi, 'photo');
    const swapped = { ...(await upload(domain, people.zhangsan, 'photo')), materialId: 'id-card-front' };
    const refusal = await refusalOf(submitted(domain, people.zhangsan, { materials: [foreign, swapped] }));
    expect(refusal.code).to.equal('CASE_MATERIALS_INVALID');
    expect(refusal.errors.map((error) => error.path)).to.deep.equal(['/materials/0', '/materials/1']);
  });

  it('lets a clerk file at the window for a person, and nobody through the other’s channel', async () => {
    const { domain } = fixture;
    const { name, idNumber, phone, ...form } = applicationForm();
    const applicant = { name: String(name), idNumber: String(idNumber), phone: String(phone) };
    const view = await submitted(domain, people.window, { form, applicant });
    expect(view).to.include({ channel: 'window', window: 'window-nanning' });
    const refusal = await refusalOf(submitted(domain, people.zhangsan, { channel: 'window' }));
    expect(refusal.code).to.equal('CASE_CHANNEL_FORBIDDEN');
  });

  it('never gives two cases the same number', async () => {
    const { domain } = fixture;
    const materials = await Promise.all(REQUIRED.map((id) => upload(domain, people.zhangsan, id)));
    const views = await Promise.all(
      Array.from({ length: 20 }, () => submitted(domain, people.zhangsan, { materials })),
    );
    expect(new Set(views.map((view) => view.caseNumber)).size).to.equal(20);
  });
});
