/** The domain on a real database with a recording engine and a clock that is moved by hand. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { createDomain } from '../../../src/domain/create-domain.js';
import type { Domain, SecretSink } from '../../../src/domain/domain.js';
import type { CaseView, SubmitCase } from '../../../src/domain/cases/case-types.js';
import type { Step } from '../../../src/domain/cases/case-service-types.js';
import type { UserTaskJob } from '../../../src/domain/tasks/task-types.js';
import type { Actor } from '../../../src/domain/users/actor.js';
import { createQueues } from '../../../src/queues/create-queues.js';
import type { Queues } from '../../../src/queues/queues.js';
import { loadConfig } from '../../../src/shared/config.js';
import { AppError } from '../../../src/shared/errors.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { applicationForm, BUNDLE, onePixelPng } from '../../support/card-case.js';
import { connectTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { RecordingEngine } from './recording-engine.js';

/** A Tuesday morning in Nanning. */
const START = new Date('2026-11-24T01:00:00Z');

export class MovedClock {
  #ahead = 0;
  readonly #startedAt = Date.now();
  now(): Date {
    return new Date(START.getTime() + (Date.now() - this.#startedAt) + this.#ahead);
  }
  advance(ms: number): void {
    this.#ahead += ms;
  }
}

export interface DomainFixture {
  readonly domain: Domain;
  readonly engine: RecordingEngine;
  readonly clock: MovedClock;
  readonly queues: Queues;
  /** Another process on the same database. */
  another(options?: { engine?: RecordingEngine; secretSink?: SecretSink }): Promise<Domain>;
  close(): Promise<void>;
}

export async function startDomain(options: { secretSink?: SecretSink } = {}): Promise<DomainFixture> {
  const database: TestDatabase = await connectTestDatabase();
  const clock = new MovedClock();
  const engine = new RecordingEngine();
  const queues = createQueues({ logger: silentLogger });
  const domains: Domain[] = [];
  const another = async (given: { engine?: RecordingEngine; secretSink?: SecretSink } = {}): Promise<Domain> => {
    const deps = { queues, clock, logger: silentLogger, config: loadConfig({}) };
    const domain = createDomain({ engine, ...given, ...deps });
    await domain.start();
    domains.push(domain);
    return domain;
  };
  return {
    domain: await another(options),
    engine,
    clock,
    queues,
    another,
    close: async () => {
      for (const domain of domains) await domain.close();
      await queues.close();
      await database.close();
    },
  };
}

export function actorOf(userName: string, fields: Partial<Actor> = {}): Actor {
  return { id: `demo-${userName}`, userName, displayName: userName, role: 'applicant', demo: true, ...fields };
}

export const people = {
  zhangsan: actorOf('zhangsan', { displayName: '张三' }),
  lisi: actorOf('lisi', { displayName: '李四' }),
  window: actorOf('window', { role: 'clerk', queue: 'window-nanning', displayName: '韦窗口' }),
  renshe: actorOf('renshe', { role: 'worker', department: 'renshe', queue: 'renshe', displayName: '黄经办' }),
  renshe2: actorOf('renshe2', { role: 'worker', department: 'renshe', queue: 'renshe', displayName: '李经办' }),
  gongan: actorOf('gongan', { role: 'worker', department: 'gongan', queue: 'gongan', displayName: '陆警官' }),
  jiaotong: actorOf('jiaotong', { role: 'worker', department: 'jiaotong', queue: 'jiaotong' }),
  supervisor: actorOf('supervisor', { role: 'supervisor' }),
  analyst: actorOf('analyst', { role: 'analyst', displayName: '甘分析' }),
} as const;

export const REQUIRED = ['id-card-front', 'id-card-back', 'photo'];

export async function upload(
  domain: Domain,
  actor: Actor,
  materialId: string,
): Promise<{ materialId: string; fileId: string }> {
  const meta = { bundleId: BUNDLE, materialId, fileName: `${materialId}.png`, contentType: 'image/png' };
  const { id } = await domain.materials.store(Readable.from([onePixelPng]), meta, actor);
  return { materialId, fileId: id };
}

/** A complete application by the actor. */
export async function application(domain: Domain, actor: Actor, over: Partial<SubmitCase> = {}): Promise<SubmitCase> {
  const materials = over.materials ?? (await Promise.all(REQUIRED.map((id) => upload(domain, actor, id))));
  const channel = actor.role === 'clerk' ? 'window' : 'online';
  return { bundleId: BUNDLE, channel, form: applicationForm(), ...over, materials };
}

export async function submitted(domain: Domain, actor: Actor, over: Partial<SubmitCase> = {}): Promise<CaseView> {
  return (await domain.cases.submit(await application(domain, actor, over), actor, randomUUID())).view;
}

let nextKey = 2_251_799_813_685_300;

/** An element instance of its own. */
export function stepOf(elementId: string, processInstanceKey = '2251799813685249'): Step {
  return { elementId, elementInstanceKey: String(nextKey++), processInstanceKey };
}

export function userTaskJob(caseNumber: string, elementId: string, over: Partial<UserTaskJob> = {}): UserTaskJob {
  return {
    jobKey: String(nextKey++),
    elementInstanceKey: String(nextKey++),
    elementId,
    processInstanceKey: '2251799813685249',
    processDefinitionKey: `${BUNDLE}-1`,
    bpmnProcessId: BUNDLE,
    caseNumber,
    customHeaders: { 'io.camunda.zeebe:candidateGroups': '["renshe"]' },
    variables: { caseNumber, renshe: { applicationNumber: 'SBK-1' } },
    ...over,
  };
}

/** The error that the work ends with. Fails when it does not. */
export async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('expected a refusal, but it was done');
}
