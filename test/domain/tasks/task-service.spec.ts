import { expect } from 'chai';
import { TaskModel } from '../../../src/domain/tasks/task-model.js';
import type { Domain, SecretDelivery } from '../../../src/domain/domain.js';
import { EngineRejection } from '../../../src/engine/client/port.js';
import { AppError } from '../../../src/shared/errors.js';
import {
  people,
  refusalOf,
  startDomain,
  stepOf,
  submitted,
  userTaskJob,
  type DomainFixture,
} from '../support/domain-fixture.js';
import { until } from '../support/until.js';

const GOOD = { photoQuality: 'good', informationConfirmed: true, opinion: '同意' };

describe('tasks', function () {
  this.timeout(60_000);
  let fixture: DomainFixture;
  let domain: Domain;
  let caseNumber: string;
  const handedOver: SecretDelivery[] = [];
  let refuseSecret: AppError | undefined;
  before(async () => {
    fixture = await startDomain({
      secretSink: (delivery) => {
        if (refuseSecret) return Promise.reject(refuseSecret);
        handedOver.push(delivery);
        return Promise.resolve();
      },
    });
    ({ domain } = fixture);
  });
  after(() => fixture.close());
  beforeEach(async () => {
    ({ caseNumber } = await submitted(domain, people.zhangsan));
    fixture.engine.fail = () => undefined;
  });

  const review = (): Promise<string> => domain.tasks.upsertFromJob(userTaskJob(caseNumber, 'review-application'));
  const completedJob = (jobKey: string) => () => fixture.engine.completed.find((job) => job.jobKey === jobKey);

  it('makes one task of a job that is delivered again, and takes the newer job key', async () => {
    const job = userTaskJob(caseNumber, 'review-application');
    const ids = await Promise.all(Array.from({ length: 5 }, () => domain.tasks.upsertFromJob(job)));
    const again = await domain.tasks.upsertFromJob({ ...job, jobKey: '99999' });
    expect(new Set([...ids, again]).size).to.equal(1);
    expect((await TaskModel.findById(again).lean())?.jobKey).to.equal('99999');
    const view = await domain.tasks.get(again, people.renshe);
    expect(view).to.include({ name: '照片与信息审核', queue: 'renshe', state: 'open', item: 'card-application' });
    expect(view.case).to.include({ caseNumber, state: 'pre-accepting', processInstanceKey: job.processInstanceKey });
    expect(view.form).to.have.property('components');
  });

  it('puts a task of the window into the case’s own window, and the applicant’s step before the applicant', async () => {
    const groups = { 'io.camunda.zeebe:candidateGroups': '["window"]' };
    const express = await domain.tasks.upsertFromJob(
      userTaskJob(caseNumber, 'register-express', { customHeaders: groups }),
    );
    expect((await domain.tasks.get(express, people.window)).queue).to.equal('window-nanning');
    const own = { customHeaders: { 'io.camunda.zeebe:assignee': 'applicant' } };
    const pin = await domain.tasks.upsertFromJob(userTaskJob(caseNumber, 'set-pin', own));
    expect((await domain.tasks.list({}, {}, people.zhangsan)).items.map((task) => task.id)).to.include(pin);
    expect((await refusalOf(domain.tasks.get(pin, people.lisi))).code).to.equal('TASK_NOT_FOUND');
    expect((await domain.tasks.list({}, {}, people.lisi)).items).to.deep.equal([]);
  });

  it('is claimed by one of many, and tells the others who has it', async () => {
    const id = await review();
    const claims = await Promise.allSettled([
      domain.tasks.claim(id, people.renshe),
      domain.tasks.claim(id, people.renshe2),
    ]);
    expect(claims.filter((claim) => claim.status === 'fulfilled')).to.have.length(1);
    const lost = claims.find((claim) => claim.status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).to.include({ kind: 'conflict', code: 'TASK_TAKEN' });
    expect((lost.reason as AppError).message).to.match(/黄经办|李经办/);
  });

  it('shows the person only to who has claimed a task that needs it', async () => {
    const id = await review();
    expect((await domain.tasks.get(id, people.renshe)).case.applicant.name).to.equal('张*');
    const mine = await domain.tasks.claim(id, people.renshe);
    expect(mine.case.applicant).to.include({ name: '张三', idNumber: '450103199003071234' });
    expect(mine.data).to.include({ name: '张三', bank: 'bank-a' });
    expect((await domain.tasks.get(id, people.renshe2)).data['name']).to.equal('张*');
  });

  it('goes back into the queue when it is released, by its holder only', async () => {
    const id = await review();
    await domain.tasks.claim(id, people.renshe);
    expect((await refusalOf(domain.tasks.release(id, people.renshe2))).code).to.equal('TASK_TAKEN');
    expect(await domain.tasks.release(id, people.renshe)).to.deep.include({ state: 'open', assignee: null });
    expect((await domain.tasks.claim(id, people.renshe2)).assignee?.displayName).to.equal('李经办');
  });

  it('completes the engine’s job with the outcome, and stands in the case’s timeline', async () => {
    const job = userTaskJob(caseNumber, 'review-application');
    const id = await domain.tasks.upsertFromJob(job);
    await domain.tasks.claim(id, people.renshe);
    const done = await domain.tasks.complete(id, { action: 'complete', data: { ...GOOD, stray: 1 } }, people.renshe);
    expect(done.state).to.equal('completed');
    const completed = await until('the job', completedJob(job.jobKey));
    expect(completed.variables).to.deep.equal({ outcome: 'completed', data: GOOD, reason: null, missing: [] });
    const timeline = await domain.cases.timeline(caseNumber, people.zhangsan);
    expect(timeline.at(-1)).to.include({ kind: 'task-completed', title: '照片与信息审核：已办理', actor: '黄经办' });
    const again = await domain.tasks.complete(id, { action: 'complete', data: GOOD }, people.renshe);
    expect(again.state).to.equal('completed');
    const other = await refusalOf(
      domain.tasks.complete(id, { action: 'refuse', data: {}, reason: '反悔' }, people.renshe),
    );
    expect(other.code).to.equal('TASK_CLOSED');
    expect(fixture.engine.completed.filter((sent) => sent.jobKey === job.jobKey)).to.have.length(1);
  });

  it('checks the form, wants a reason for a refusal, and everything that is missing for a correction', async () => {
    const id = await review();
    const complete = (input: Parameters<Domain['tasks']['complete']>[1]): Promise<AppError> =>
      refusalOf(domain.tasks.complete(id, input, people.renshe));
    const form = await complete({ action: 'complete', data: { photoQuality: 'awful' } });
    expect(form.errors.map((error) => error.path).sort()).to.deep.equal([
      '/data/informationConfirmed',
      '/data/photoQuality',
    ]);
    expect((await complete({ action: 'refuse', data: {}, reason: ' ' })).errors[0]?.path).to.equal('/reason');
    expect((await complete({ action: 'correct', data: {}, missing: [] })).errors[0]?.path).to.equal('/missing');
    const unknown = await complete({ action: 'correct', data: {}, missing: [{ materialId: 'x', reason: '缺' }] });
    expect(unknown.errors[0]?.path).to.equal('/missing/0/materialId');
    expect((await TaskModel.findById(id).lean())?.state).to.equal('open');
  });

  it('gives the process the reason of a refusal, and the missing materials by name', async () => {
    const jobs = [userTaskJob(caseNumber, 'review-application'), userTaskJob(caseNumber, 'review-application')];
    const [refused = '', correct = ''] = await Promise.all(jobs.map((job) => domain.tasks.upsertFromJob(job)));
    await domain.tasks.complete(refused, { action: 'refuse', data: {}, reason: '不符合申领条件' }, people.renshe);
    const missing = [{ materialId: 'photo', reason: '背景不是白色' }, { reason: '手机号码有误' }];
    await domain.tasks.complete(correct, { action: 'correct', data: {}, missing }, people.renshe);
    const first = await until('the refusal', completedJob(jobs[0]?.jobKey ?? ''));
    expect(first.variables).to.include({ outcome: 'refused', reason: '不符合申领条件' });
    const second = await until('the correction', completedJob(jobs[1]?.jobKey ?? ''));
    expect(second.variables['missing']).to.deep.equal([
      { id: 'photo', name: '白底证件照', reason: '背景不是白色' },
      { id: 'form', name: '申请表', reason: '手机号码有误' },
    ]);
  });

  it('hands a PIN to its system and keeps nothing of it', async () => {
    const own = { customHeaders: { 'io.camunda.zeebe:assignee': 'applicant' } };
    const job = userTaskJob(caseNumber, 'set-pin', own);
    const id = await domain.tasks.upsertFromJob(job);
    const input = { action: 'complete', data: { pin: '135790', pinAgain: '135790' } } as const;
    refuseSecret = new AppError('invalid', 'SECRET_REFUSED', '密码过于简单。');
    expect((await refusalOf(domain.tasks.complete(id, input, people.zhangsan))).code).to.equal('SECRET_REFUSED');
    expect((await TaskModel.findById(id).lean())?.state).to.equal('open');
    refuseSecret = undefined;
    await domain.tasks.complete(id, input, people.zhangsan);
    expect(handedOver.at(-1)).to.deep.include({
      system: 'renshe',
      name: 'set-pin',
      caseNumber,
      idempotencyKey: `${job.processInstanceKey}-${job.elementInstanceKey}`,
      secrets: { pin: '135790', pinAgain: '135790' },
    });
    const completed = await until('the job', completedJob(job.jobKey));
    const everywhere = JSON.stringify([
      completed,
      await TaskModel.findById(id).lean(),
      await domain.cases.timeline(caseNumber, people.zhangsan),
    ]);
    expect(everywhere).not.to.contain('135790');
  });

  it('is canceled when the engine ends its element: open, unborn, or completed too late', async () => {
    const job = userTaskJob(caseNumber, 'review-application');
    const id = await domain.tasks.upsertFromJob(job);
    await domain.tasks.cancelByElementInstance(job.elementInstanceKey);
    await domain.tasks.cancelByElementInstance(job.elementInstanceKey);
    expect((await domain.tasks.get(id, people.renshe)).state).to.equal('canceled');
    expect((await refusalOf(domain.tasks.claim(id, people.renshe))).code).to.equal('TASK_CLOSED');

    const unborn = userTaskJob(caseNumber, 'review-application');
    await domain.tasks.cancelByElementInstance(unborn.elementInstanceKey);
    const late = await domain.tasks.upsertFromJob(unborn);
    expect((await domain.tasks.get(late, people.renshe)).state).to.equal('canceled');

    const gone = userTaskJob(caseNumber, 'review-application');
    const lost = await domain.tasks.upsertFromJob(gone);
    fixture.engine.fail = (method) => {
      if (method === 'completeJob') throw new EngineRejection('NOT_FOUND', 'no such job');
    };
    await domain.tasks.complete(lost, { action: 'complete', data: GOOD }, people.renshe);
    await until('the mark', async () => (await TaskModel.findById(lost).lean())?.engineRefused);
    await domain.tasks.cancelByElementInstance(gone.elementInstanceKey);
    expect((await domain.tasks.get(lost, people.renshe)).state).to.equal('canceled');
    expect(await domain.outbox.health()).to.include({ dead: 0 });
  });

  it('lists a queue to its people with counts, and nobody else’s queue', async () => {
    await TaskModel.deleteMany({});
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await review());
    await domain.tasks.claim(ids[1] ?? '', people.renshe);
    await domain.tasks.complete(ids[0] ?? '', { action: 'complete', data: GOOD }, people.renshe);
    const first = await domain.tasks.list({}, { limit: 3 }, people.renshe);
    expect(first.items.map((task) => task.id)).to.deep.equal(ids.slice(1, 4));
    expect(first.counts).to.deep.equal({ open: 3, claimed: 1, mine: 1, completed: 1 });
    const next = await domain.tasks.list({}, { limit: 3, cursor: first.nextCursor ?? '' }, people.renshe);
    expect(next.items.map((task) => task.id)).to.deep.equal(ids.slice(4));
    const mine = await domain.tasks.list({ mine: true, state: 'claimed' }, {}, people.renshe);
    expect(mine.items.map((task) => task.id)).to.deep.equal([ids[1]]);
    expect((await refusalOf(domain.tasks.list({ queue: 'renshe' }, {}, people.gongan))).code).to.equal(
      'QUEUE_FORBIDDEN',
    );
    expect((await domain.tasks.list({ queue: 'renshe' }, {}, people.supervisor)).items).to.have.length(4);
    const handling = await refusalOf(domain.tasks.claim(ids[2] ?? '', people.supervisor));
    expect(handling).to.include({ kind: 'forbidden', code: 'TASK_NOT_YOURS' });
  });

  it('takes the case in on the window’s first look too', async () => {
    const filed = await submitted(domain, people.window);
    const groups = { customHeaders: { 'io.camunda.zeebe:candidateGroups': '["window"]' } };
    const job = userTaskJob(filed.caseNumber, 'window-check', groups);
    const id = await domain.tasks.upsertFromJob(job);
    expect((await domain.tasks.get(id, people.window)).case.state).to.equal('pre-accepting');
    await domain.cases.accept(filed.caseNumber, stepOf('accept'));
    expect((await domain.cases.get(filed.caseNumber, people.window)).state).to.equal('in-progress');
  });
});
