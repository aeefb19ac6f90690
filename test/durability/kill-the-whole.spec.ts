/**
 * kill -9 of everything, ten times at random moments of running cases: nothing lost, nothing done twice.
 * `SEED=<n>` repeats a run's moments.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { BuiltSystem } from '../support/built-system.js';
import { signInAll, submitCardCase, uploadMaterials, workOnce, type HandedIn } from '../support/card-case.js';
import { Person } from '../support/person.js';

const ROUNDS = 10;
const seed = Number(process.env['SEED'] ?? Date.now() % 100_000);

/** Small deterministic generator (mulberry32): the moments of a run can be had again from its seed. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface SandboxCall {
  caseNumber: string;
  system: string;
  operation: string;
  key: string;
  timesDone: number;
}

describe(`kill -9 of the whole (SEED=${seed})`, function () {
  this.timeout(300_000);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongban-kill-'));
  const random = randomFrom(seed);
  /** Idempotency key of each application → the number that its submission was answered with. */
  const acknowledged = new Map<string, string>();
  const wanted: string[] = [];
  const uploaded = new Map<string, HandedIn>();
  let system: BuiltSystem;
  const atWork = new AbortController();
  let lastTrouble = '';

  before(async () => {
    system = await BuiltSystem.create({ dataDir });
    await system.start();
  });

  after(async function () {
    atWork.abort();
    await system.stop();
    if (this.currentTest?.state !== 'failed' && !this.test?.parent?.tests.some((t) => t.state === 'failed'))
      rmSync(dataDir, { recursive: true, force: true });
    else console.log(`kept for you: ${dataDir}`);
  });

  /** Files what is wanted and works all queues until it is told to stop; errors are what a kill looks like from outside. */
  async function peopleAtWork(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const people = await signInAll(system.baseUrl);
        while (!signal.aborted) await oneRoundOfWork(people);
      } catch (error) {
        lastTrouble = error instanceof Error ? error.message : String(error);
        await delay(50);
      }
    }
  }

  async function oneRoundOfWork(people: Record<string, Person>): Promise<void> {
    const applicant = people['zhangsan'];
    if (!applicant) throw new Error('no applicant');
    for (const key of wanted) {
      if (acknowledged.has(key)) continue;
      const materials = uploaded.get(key) ?? (await uploadMaterials(applicant));
      uploaded.set(key, materials);
      acknowledged.set(key, (await submitCardCase(applicant, key, materials)).caseNumber);
    }
    for (const caseNumber of acknowledged.values()) await workOnce(people, caseNumber);
    await delay(20);
  }

  it('loses nothing and does nothing twice', async () => {
    const working = peopleAtWork(atWork.signal);
    for (let round = 0; round < ROUNDS; round += 1) {
      wanted.push(randomUUID());
      await delay(200 + random() * 2_500);
      // Every other time the database and Redis die with it, as when the machine does.
      await system.kill(round % 2 === 0);
      await system.start();
    }
    await Person.until(
      'every application to have its number',
      async () => {
        if (acknowledged.size < wanted.length)
          throw new Error(`${acknowledged.size} of ${wanted.length}; ${lastTrouble}`);
        return true;
      },
      60_000,
    );
    const supervisor = await Person.signIn(system.baseUrl, 'supervisor');
    for (const caseNumber of acknowledged.values()) {
      const finished = await Person.until(
        `case ${caseNumber} to finish`,
        async () => {
          const view = await supervisor.getCase(caseNumber);
          return view.state === 'finished' && view;
        },
        90_000,
      );
      expect(finished.result, caseNumber).to.equal('granted');
      expect(finished.items.map((item) => item.result)).to.deep.equal(['granted', 'granted', 'granted', 'granted']);
    }
    atWork.abort();
    await working;

    // Nothing lost: the same key is answered with the same case.
    const applicant = await Person.signIn(system.baseUrl, 'zhangsan');
    const cases = (await supervisor.call('GET', '/api/cases?limit=100')) as { items: { caseNumber: string }[] };
    expect(cases.items.map((found) => found.caseNumber)).to.have.members([...acknowledged.values()]);
    expect(await applicant.tasks('applicant')).to.deep.equal([]);

    // Nothing twice: each outside operation of a case was done once, however often it was asked for.
    for (const caseNumber of acknowledged.values()) {
      const response = await fetch(`${system.sandboxUrl}/control/log?caseNumber=${caseNumber}`);
      const { calls } = (await response.json()) as { calls: SandboxCall[] };
      const done = calls.filter((call) => call.timesDone > 0).map((call) => `${call.system} ${call.operation}`);
      expect(new Set(done).size, `${caseNumber}: ${done.join(', ')}`).to.equal(done.length);
      expect(calls.map((call) => call.timesDone)).to.satisfy((times: number[]) => times.every((time) => time <= 1));
    }
  });
});
