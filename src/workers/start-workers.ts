/** Starts every worker of this installation, and the processors of the connector queues. */
import type { EnginePort } from '../engine/client/port.js';
import { caseSteps } from './case/case-steps.js';
import { processConnectorQueues } from './connectors/connector-queues.js';
import { connectors } from './departments/connectors.js';
import { userTaskWorker } from './human/user-task.js';
import { runWorker } from './runtime/run-worker.js';
import type { Config, Domain, Logger, Queues } from './runtime/worker-deps.js';

export interface StartWorkersOptions {
  readonly engine: EnginePort;
  readonly domain: Domain;
  readonly queues: Queues;
  readonly config: Config;
  readonly logger: Logger;
}

export interface RunningWorkers {
  /** Stops asking for jobs and waits for those under way. */
  close(): Promise<void>;
}

export function startWorkers(options: StartWorkersOptions): Promise<RunningWorkers> {
  const logger = options.logger.child({ part: 'workers' });
  const deps = { ...options, logger };
  processConnectorQueues(
    connectors.map((connector) => connector.call),
    deps,
  );
  const definitions = [...caseSteps, ...connectors.map((connector) => connector.worker), userTaskWorker()];
  const running = definitions.map((definition) => runWorker(definition, deps));
  logger.info({ types: definitions.map((definition) => definition.type) }, 'workers started');
  return Promise.resolve({
    async close() {
      await Promise.all(running.map((worker) => worker.close()));
    },
  });
}
