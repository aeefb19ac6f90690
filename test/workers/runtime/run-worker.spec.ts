import { expect } from 'chai';
import {
  EngineRejection,
  EngineUnavailable,
  type EngineJob,
  type EnginePort,
  type EngineWorkerOptions,
} from '../../../src/engine/client/port.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { completed, defineWorker, type Outcome, type WorkerDeps } from '../../../src/workers/runtime/define-worker.js';
import { runWorker } from '../../../src/workers/runtime/run-worker.js';

/** The engine's side of the port: gives jobs to the one worker and keeps how each was settled. */
class JobDesk {
  readonly settled: { call: string; key: string; with: unknown }[] = [];
  /** Thrown by the next settlements, first come first. */
  readonly troubles: Error[] = [];
  options: EngineWorkerOptions | undefined;

  readonly port = {
    openWorker: (options: EngineWorkerOptions) => {
      this.options = options;
      return { close: () => Promise.resolve() };
    },
    completeJob: (key: string, variables: object) => this.#settle('complete', key, variables),
    failJob: (key: string, failure: object) => this.#settle('fail', key, failure),
    throwError: (key: string, error: object) => this.#settle('error', key, error),
  } as unknown as EnginePort;

  deliver(job: Partial<EngineJob> = {}): Promise<void> {
    if (!this.options) throw new Error('no worker is open');
    return this.options.handle({
      key: '11',
      type: 'test.step',
      processInstanceKey: '1',
      bpmnProcessId: 'p',
      processDefinitionVersion: 1,
      processDefinitionKey: '2',
      elementId: 'step',
      elementInstanceKey: '3',
      customHeaders: {},
      retries: 3,
      deadline: 1000,
      variables: { caseNumber: 'TB1' },
      ...job,
    });
  }

  #settle(call: string, key: string, value: unknown): Promise<void> {
    const trouble = this.troubles.shift();
    if (trouble) return Promise.reject(trouble);
    this.settled.push({ call, key, with: value });
    return Promise.resolve();
  }
}

describe('running a worker', () => {
  let desk: JobDesk;
  let handled: number;
  let outcome: () => Promise<Outcome<object>>;

  beforeEach(() => {
    desk = new JobDesk();
    handled = 0;
    outcome = () => Promise.resolve(completed({ answer: 1 }));
    const worker = defineWorker<{ caseNumber: string }, object>({
      type: 'test.step',
      name: '试验',
      input: { type: 'object', required: ['caseNumber'], properties: { caseNumber: { type: 'string' } } },
      output: { type: 'object', properties: { answer: { type: 'integer' } } },
      errors: ['TEST_REFUSED'],
      handle: () => {
        handled += 1;
        return outcome();
      },
    });
    runWorker(worker, { engine: desk.port, logger: silentLogger } as WorkerDeps);
  });

  const onlySettlement = (): { call: string; with: Record<string, unknown> } => {
    expect(desk.settled).to.have.lengthOf(1);
    return desk.settled[0] as { call: string; with: Record<string, unknown> };
  };

  it('completes with what the handler gives back, and asks only for the variables it names', async () => {
    await desk.deliver();
    expect(onlySettlement()).to.deep.include({ call: 'complete', with: { answer: 1 } });
    expect(desk.options?.fetchVariables).to.deep.equal(['caseNumber']);
  });

  it('makes bad input an incident at once, saying what is wrong, without handling it', async () => {
    await desk.deliver({ variables: { caseNumber: 7 } });
    expect(handled).to.equal(0);
    expect(onlySettlement()).to.have.property('call', 'fail');
    expect(onlySettlement().with).to.have.property('retries', 0);
    expect(onlySettlement().with['errorMessage']).to.contain('test.step').and.to.contain('/caseNumber');
  });

  it('makes output that breaks the contract an incident at once', async () => {
    outcome = () => Promise.resolve(completed({ answer: 'many' }));
    await desk.deliver();
    expect(onlySettlement().with).to.have.property('retries', 0);
    expect(onlySettlement().with['errorMessage']).to.contain('/answer');
  });

  it('throws a declared business error with its variables', async () => {
    const variables = { refusal: { code: 'X', reason: '不符' } };
    outcome = () => Promise.resolve({ kind: 'business-error', code: 'TEST_REFUSED', message: '不符', variables });
    await desk.deliver();
    expect(onlySettlement()).to.deep.include({
      call: 'error',
      with: { errorCode: 'TEST_REFUSED', errorMessage: '不符', variables },
    });
  });

  it('makes an undeclared business error an incident: no model waits for it', async () => {
    outcome = () => Promise.resolve({ kind: 'business-error', code: 'OTHER', message: '?', variables: {} });
    await desk.deliver();
    expect(onlySettlement()).to.have.property('call', 'fail');
    expect(onlySettlement().with).to.have.property('retries', 0);
  });

  it('takes one try away for anything else, and waits longer each time', async () => {
    outcome = () => Promise.reject(new Error('no connection'));
    for (const retries of [3, 2, 1]) await desk.deliver({ retries, key: `job-${retries}` });
    const failures = desk.settled.map((settlement) => settlement.with as Record<string, unknown>);
    expect(failures.map((failure) => failure['retries'])).to.deep.equal([2, 1, 0]);
    expect(failures.map((failure) => failure['retryBackoffMs'])).to.deep.equal([1000, 4000, 16_000]);
    expect(failures[0]?.['errorMessage']).to.contain('no connection');
  });

  it('takes no try away while a part of ours is away', async () => {
    outcome = () => Promise.reject(Object.assign(new Error('no primary'), { name: 'MongoServerSelectionError' }));
    await desk.deliver({ retries: 1 });
    expect(onlySettlement()).to.have.property('call', 'fail');
    expect(onlySettlement().with).to.include({ retries: 1, retryBackoffMs: 5000 });
  });

  it('does not handle a job twice at once when it is delivered again meanwhile', async () => {
    let finish: (outcome: Outcome<object>) => void = () => undefined;
    outcome = () => new Promise((resolve) => (finish = resolve));
    const first = desk.deliver();
    await desk.deliver({ deadline: 2000 });
    finish(completed({}));
    await first;
    expect(handled).to.equal(1);
    expect(onlySettlement()).to.have.property('call', 'complete');
  });

  it('takes a job that somebody else settled as done', async () => {
    desk.troubles.push(new EngineRejection('NOT_FOUND', 'no such job'));
    await desk.deliver();
    expect(desk.settled).to.deep.equal([]);
  });

  it('goes on telling an engine that is away for a moment', async () => {
    desk.troubles.push(new EngineUnavailable('away'), new EngineUnavailable('away'));
    await desk.deliver();
    expect(onlySettlement()).to.have.property('call', 'complete');
  });

  it('leaves a job with the engine when somebody else will settle it', async () => {
    outcome = () => Promise.resolve({ kind: 'left' });
    await desk.deliver();
    expect(desk.settled).to.deep.equal([]);
    await desk.deliver();
    expect(handled).to.equal(2);
  });
});
