import type { ZBClient, ZBWorkerTaskHandler } from 'zeebe-node';
import type { EngineJob, EngineWorker, EngineWorkerOptions } from './port.js';

type ZeebeWorker = ReturnType<ZBClient['createWorker']>;
type ZeebeJob = Parameters<ZBWorkerTaskHandler>[0];

export interface EngineClientLogger {
  warn(details: object, message: string): void;
}

/** What closing without losing jobs needs of zeebe-node's worker; its types call these private. */
interface WorkerInternals {
  pollLoop: NodeJS.Timeout;
  jobStream?: { cancel?(): void; emit?(event: 'end'): void };
}

/**
 * A worker on zeebe-node's polling loop, which goes on asking while the engine is away. zeebe-node drops the jobs that
 * arrive while it closes, so closing here first stops asking, then waits for the handlers.
 */
export class ActivatingWorker implements EngineWorker {
  readonly #options: EngineWorkerOptions;
  readonly #logger: EngineClientLogger | undefined;
  readonly #worker: ZeebeWorker;
  readonly #underWay = new Set<Promise<void>>();
  readonly #onClosed: () => void;
  #closing: Promise<void> | undefined;

  constructor(
    client: ZBClient,
    options: EngineWorkerOptions,
    logger: EngineClientLogger | undefined,
    onClosed: () => void,
  ) {
    this.#options = options;
    this.#logger = logger;
    this.#onClosed = onClosed;
    this.#worker = client.createWorker({
      id: options.name,
      taskType: options.type,
      timeout: options.timeoutMs,
      maxJobsToActivate: options.maxActiveJobs,
      ...(options.fetchVariables ? { fetchVariable: options.fetchVariables as never } : {}),
      taskHandler: (job) => this.#accept(job),
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#drain();
    return this.#closing;
  }

  async #accept(job: ZeebeJob): Promise<never> {
    const handling = this.#handle(job);
    this.#underWay.add(handling);
    await handling;
    this.#underWay.delete(handling);
    // The handler settles the job through the port; this only frees its place.
    return job.forward() as never;
  }

  async #handle(job: ZeebeJob): Promise<void> {
    try {
      await this.#options.handle(toEngineJob(job));
    } catch (error) {
      const { type, name } = this.#options;
      this.#logger?.warn(
        { err: error, jobKey: job.key, jobType: type, worker: name },
        'job handler threw: the job is left to its time-out',
      );
    }
  }

  async #drain(): Promise<void> {
    const internals = this.#worker as unknown as WorkerInternals;
    const stream = internals.jobStream;
    clearInterval(internals.pollLoop);
    // zeebe-node swallows the cancellation while it closes; the end lets go of its timer for the long poll.
    stream?.emit?.('end');
    stream?.cancel?.();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    await this.#worker.close();
    this.#onClosed();
  }
}

function toEngineJob(job: ZeebeJob): EngineJob {
  return {
    key: job.key,
    type: job.type,
    processInstanceKey: job.processInstanceKey,
    bpmnProcessId: job.bpmnProcessId,
    processDefinitionVersion: job.processDefinitionVersion,
    processDefinitionKey: (job as unknown as { processDefinitionKey: string }).processDefinitionKey,
    elementId: job.elementId,
    elementInstanceKey: job.elementInstanceKey,
    customHeaders: job.customHeaders,
    retries: job.retries,
    deadline: Number(job.deadline),
    variables: job.variables,
  };
}
