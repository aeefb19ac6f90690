/** Whether an error says that a part of this installation is away, rather than anything about the step. */
import { EngineUnavailable } from '../../engine/client/port.js';
import { QueueTimeout } from '../../queues/queues.js';

/** The driver's and mongoose's errors, by name: workers do not import them. */
const DATABASE_AWAY =
  /^(Mongo(ose)?(Network|ServerSelection|NotConnected|TopologyClosed|PoolCleared|PoolClosed|ServerClosed)\w*Error)$/;

export function isOwnOutage(error: unknown): boolean {
  if (error instanceof EngineUnavailable || error instanceof QueueTimeout) return true;
  return error instanceof Error && DATABASE_AWAY.test(error.name);
}
