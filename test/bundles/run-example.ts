/** Plays an example case through the API, as the people in it would. */
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { onePixelPng } from '../support/card-case.js';
import { Person, type CaseView } from '../support/person.js';
import type { BundleSystem } from './bundle-system.js';
import type { ExampleBundle, ExampleCase, ExampleStep } from './example-case.js';

const WAIT_MS = 60_000;
const QUICK = { delayMs: 0, callbackDelayMs: 0, outcome: 'ok', faultTimes: 0, refuseRate: 0, faultRate: 0 };

export async function runExample(system: BundleSystem, bundle: ExampleBundle, example: ExampleCase): Promise<void> {
  for (const { system: name } of Object.values(bundle.manifest.departments)) {
    if (name) await system.setSandbox(name, { ...QUICK, ...example.sandbox?.[name] });
  }
  const run = new ExampleRun(system, bundle, example);
  await run.submit();
  for (const step of example.steps) await run.play(step);
  await run.check();
}

class ExampleRun {
  readonly #system: BundleSystem;
  readonly #bundle: ExampleBundle;
  readonly #example: ExampleCase;
  #caseNumber = '';

  constructor(system: BundleSystem, bundle: ExampleBundle, example: ExampleCase) {
    this.#system = system;
    this.#bundle = bundle;
    this.#example = example;
  }

  async submit(): Promise<void> {
    const { channel, form } = this.#example;
    const materials = await this.#upload(this.#example.materials);
    const body = { bundleId: this.#bundle.id, channel, form, materials, submitIncomplete: true };
    const filer = await this.#filer();
    const view = (await filer.call('POST', '/api/cases', body, { 'Idempotency-Key': randomUUID() })) as CaseView;
    this.#caseNumber = view.caseNumber;
  }

  async play(step: ExampleStep): Promise<void> {
    if ('task' in step) return this.#work(step);
    if ('advanceDays' in step) return this.#system.advanceDays(step.advanceDays);
    if ('resolveIncident' in step) return this.#resolve(step.resolveIncident);
    if ('completed' in step) return this.#awaitCompleted(step.completed);
    if (step.applicant === 'withdraw') return this.#act('withdrawal', { reason: '不再需要办理' });
    await Person.until('the case to be corrected', async () => (await this.#view()).state === 'correcting', WAIT_MS);
    const materials = await this.#upload(step.materials ?? []);
    return this.#act('correction', { materials, ...(step.form && { form: step.form }) });
  }

  async check(): Promise<void> {
    const { expected } = this.#example;
    const ended = await Person.until(
      `case ${this.#caseNumber} to be ${expected.state}`,
      async () => {
        const view = await this.#view();
        return view.state === expected.state && view;
      },
      WAIT_MS,
    ).catch(async (error: Error) => {
      throw new Error(`${error.message}; ${await this.#whereItStands()}`);
    });
    expect(ended.result).to.equal(expected.result);
    const results = Object.fromEntries(ended.items.map((item) => [item.itemId, item.result]));
    expect(results).to.deep.equal(expected.items);
    await this.#checkPath();
    await this.#checkDoneOnce();
    await this.#checkNothingLeftToDo();
  }

  /** The history comes a little behind the case. */
  async #checkPath(): Promise<void> {
    const wanted = [...this.#example.expected.path].sort();
    const found = async (): Promise<string[]> =>
      (await this.#completed()).filter((id) => this.#bundle.taskIds.has(id)).sort();
    await Person.until('the path', async () => same(await found(), wanted), 10_000).catch(() => undefined);
    expect(await found()).to.deep.equal(wanted);
  }

  async #checkDoneOnce(): Promise<void> {
    const response = await fetch(`${this.#system.sandboxUrl}/control/log?caseNumber=${this.#caseNumber}`);
    const { calls } = (await response.json()) as { calls: { operation: string; key: string; timesDone: number }[] };
    const done = calls.filter((call) => call.timesDone > 0);
    expect(done.map((call) => call.timesDone)).to.deep.equal(done.map(() => 1));
    expect(new Set(done.map((call) => call.key)).size).to.equal(done.length);
  }

  /** Tasks of elements that the engine has ended are closed, too. */
  async #checkNothingLeftToDo(): Promise<void> {
    const supervisor = await this.#system.person('supervisor');
    const open = async (): Promise<string[]> => {
      const { items } = (await supervisor.call('GET', '/api/tasks?state=open&limit=100')) as { items: Task[] };
      return items.filter((task) => task.caseNumber === this.#caseNumber).map((task) => task.elementId);
    };
    await Person.until('no task to be open', async () => (await open()).length === 0, 10_000).catch(() => undefined);
    expect(await open()).to.deep.equal([]);
  }

  async #work(step: Extract<ExampleStep, { task: string }>): Promise<void> {
    const { task: elementId, as, ...completion } = step;
    const task = await Person.until(
      `task ${elementId} for ${as}`,
      async () => {
        const person = await this.#system.person(as);
        const { items } = (await person.call('GET', '/api/tasks?state=open')) as { items: Task[] };
        return items.find((found) => found.elementId === elementId && found.caseNumber === this.#caseNumber);
      },
      WAIT_MS,
    ).catch(async (error: Error) => {
      throw new Error(`${error.message}; ${await this.#whereItStands()}`);
    });
    const person = await this.#system.person(as);
    await person.call('POST', `/api/tasks/${task.id}/claim`, {});
    await person.call('POST', `/api/tasks/${task.id}/complete`, { data: {}, ...completion });
  }

  async #resolve(elementId: string): Promise<void> {
    const incident = await Person.until(
      `an incident at ${elementId}`,
      async () => {
        const admin = await this.#system.person('admin');
        const { items } = (await admin.call('GET', '/api/incidents')) as { items: Incident[] };
        return items.find((found) => found.elementId === elementId && found.caseNumber === this.#caseNumber);
      },
      WAIT_MS,
    );
    const admin = await this.#system.person('admin');
    await admin.call('POST', `/api/incidents/${incident.key}/resolution`, {});
  }

  async #awaitCompleted(elementIds: string[]): Promise<void> {
    const done = async (): Promise<boolean> => {
      const completed = await this.#completed();
      return elementIds.every((id) => completed.includes(id));
    };
    await Person.until(`${elementIds.join(', ')} to complete`, done, WAIT_MS).catch(async (error: Error) => {
      throw new Error(`${error.message}; ${await this.#whereItStands()}`);
    });
  }

  async #act(what: 'correction' | 'withdrawal', body: object): Promise<void> {
    await (await this.#filer()).call('POST', `/api/cases/${this.#caseNumber}/${what}`, body);
  }

  async #upload(materialIds: readonly string[]): Promise<{ materialId: string; fileId: string }[]> {
    const filer = await this.#filer();
    const handed = [];
    for (const materialId of materialIds) {
      const fileId = await filer.upload(this.#bundle.id, materialId, onePixelPng, `${materialId}.png`, 'image/png');
      handed.push({ materialId, fileId });
    }
    return handed;
  }

  /** Who filed the case: the applicant, or the clerk at the window. */
  #filer(): Promise<Person> {
    return this.#system.person(this.#example.channel === 'window' ? 'window' : 'zhangsan');
  }

  async #view(): Promise<CaseView> {
    return (await this.#filer()).getCase(this.#caseNumber);
  }

  async #elements(): Promise<DiagramElement[]> {
    const path = `/api/cases/${this.#caseNumber}/diagram`;
    return ((await (await this.#filer()).call('GET', path)) as { elements: DiagramElement[] }).elements;
  }

  async #completed(): Promise<string[]> {
    return (await this.#elements()).filter((found) => found.state === 'completed').map((found) => found.elementId);
  }

  async #whereItStands(): Promise<string> {
    const elements = await this.#elements();
    const open = elements.filter((found) => found.state === 'active' || found.state === 'incident');
    const { state } = await this.#view();
    return `the case is ${state}, standing at ${open.map((found) => `${found.elementId} (${found.state})`).join(', ')}`;
  }
}

interface Task {
  id: string;
  elementId: string;
  caseNumber: string;
}

interface Incident {
  key: string;
  elementId: string;
  caseNumber: string;
}

interface DiagramElement {
  elementId: string;
  state: string;
}

function same(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
