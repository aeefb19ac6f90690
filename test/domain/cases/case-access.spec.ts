import { expect } from 'chai';
import { CaseReadModel } from '../../../src/domain/cases/case-model.js';
import type { Domain } from '../../../src/domain/domain.js';
import type { Actor } from '../../../src/domain/users/actor.js';
import { people, refusalOf, startDomain, submitted, type DomainFixture } from '../support/domain-fixture.js';

describe('who sees what of a case', function () {
  this.timeout(60_000);
  let fixture: DomainFixture;
  let domain: Domain;
  let caseNumber: string;
  before(async () => {
    fixture = await startDomain();
    ({ domain } = fixture);
    ({ caseNumber } = await submitted(domain, people.zhangsan));
  });
  after(() => fixture.close());

  const allowed: Actor[] = [people.zhangsan, people.window, people.renshe, people.gongan, people.supervisor];
  const denied: Actor[] = [people.lisi, people.jiaotong, people.analyst];

  for (const actor of allowed) {
    it(`shows it to ${actor.displayName}, in the list too`, async () => {
      expect((await domain.cases.get(caseNumber, actor)).caseNumber).to.equal(caseNumber);
      const { items } = await domain.cases.list({}, {}, actor);
      expect(items.map((item) => item.caseNumber)).to.include(caseNumber);
    });
  }

  for (const actor of denied) {
    it(`hides from ${actor.displayName} that it exists`, async () => {
      const works = [
        () => domain.cases.get(caseNumber, actor),
        () => domain.cases.timeline(caseNumber, actor),
        () => domain.cases.assertReadable(caseNumber, actor),
        () => domain.cases.withdraw(caseNumber, '冒充', actor),
      ];
      for (const work of works) expect((await refusalOf(work())).code).to.equal('CASE_NOT_FOUND');
      expect((await domain.cases.list({}, {}, actor)).items).to.deep.equal([]);
    });
  }

  it('masks the person for everybody else, in the form and in lists too', async () => {
    const seen = await domain.cases.get(caseNumber, people.renshe);
    expect(seen.applicant).to.deep.equal({ name: '张*', idNumber: '450103**********34', phone: '138****0000' });
    const text = JSON.stringify([seen, await domain.cases.list({}, {}, people.supervisor)]);
    for (const secret of ['张三', '450103199003071234', '13800000000', '2 栋 301']) expect(text).not.to.contain(secret);
    const own = await domain.cases.get(caseNumber, people.zhangsan);
    expect(own.form).to.include({ name: '张三', idNumber: '450103199003071234' });
    expect(own.applicant).to.include({ name: '张三', idNumber: '450103**********34' });
  });

  it('writes down each reading by somebody else, and none by the applicant', async () => {
    await CaseReadModel.deleteMany({});
    await domain.cases.get(caseNumber, people.zhangsan);
    await domain.cases.get(caseNumber, people.gongan);
    await domain.cases.timeline(caseNumber, people.supervisor);
    const reads = await CaseReadModel.find({ caseNumber }).sort({ at: 1 }).lean();
    expect(reads.map((read) => [read.actorId, read.what])).to.deep.equal([
      ['demo-gongan', 'case'],
      ['demo-supervisor', 'timeline'],
    ]);
  });

  it('lets the department read, but not withdraw; the window only acts for what came in there', async () => {
    for (const actor of [people.renshe, people.window]) {
      const refusal = await refusalOf(domain.cases.withdraw(caseNumber, '代为撤回', actor));
      expect(refusal).to.include({ kind: 'forbidden', code: 'CASE_NOT_YOURS' });
    }
  });

  it('finds by the beginning of the number or of the name, page by page, newest first', async () => {
    const numbers: string[] = [];
    for (let i = 0; i < 5; i++) numbers.unshift((await submitted(domain, people.lisi)).caseNumber);
    const first = await domain.cases.list({ state: 'received' }, { limit: 3 }, people.lisi);
    expect(first.items.map((item) => item.caseNumber)).to.deep.equal(numbers.slice(0, 3));
    const second = await domain.cases.list({}, { limit: 3, cursor: first.nextCursor ?? '' }, people.lisi);
    expect(second.items.map((item) => item.caseNumber)).to.deep.equal(numbers.slice(3));
    expect(second.nextCursor).to.equal(null);
    const byNumber = await domain.cases.list({ q: numbers[2]?.toLowerCase() }, {}, people.supervisor);
    expect(byNumber.items.map((item) => item.caseNumber)).to.deep.equal([numbers[2]]);
    expect((await domain.cases.list({ q: '张' }, {}, people.supervisor)).items.length).to.be.greaterThan(0);
    expect((await domain.cases.list({ q: '.*' }, {}, people.supervisor)).items).to.deep.equal([]);
    const refusal = await refusalOf(domain.cases.list({}, { cursor: '!!' }, people.lisi));
    expect(refusal.code).to.equal('CURSOR_INVALID');
  });
});
