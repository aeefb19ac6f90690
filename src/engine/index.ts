/** The embedded engine's only door. */
import type { EngineClock, EngineDoor } from './processing/door.js';
import type { FaultPoints } from './processing/fault-points.js';
import { openDoor } from './processing/open-door.js';
import { startGateway } from './gateway/start-gateway.js';

export { createManualClock, systemClock } from './processing/clocks.js';
export { EngineOverloaded, EngineStopped } from './processing/engine-errors.js';
export type * from './processing/door.js';
export type { FaultPoint, FaultPoints } from './processing/fault-points.js';

export interface EngineOptions {
  /** Folder of the data; left out, nothing is kept. */
  readonly dataDir?: string | undefined;
  readonly clock?: EngineClock;
  /** gRPC port; 0 for a free one. Default 26500. */
  readonly port?: number | 'none';
  readonly host?: string;
  /** Records kept while no exporter is registered. */
  readonly recordTail?: number;
  /** For tests that crash or delay the engine at named moments. */
  readonly faultPoints?: FaultPoints;
  readonly onError?: (message: string, error: unknown) => void;
}

export interface Engine {
  readonly door: EngineDoor;
  /** The gRPC port; undefined without a gateway. */
  readonly port: number | undefined;
  close(): Promise<void>;
}

const DEFAULT_PORT = 26500;

/** Opens the data, takes up what was left, and serves the gateway. */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const door = await openDoor(options);
  const port = options.port ?? DEFAULT_PORT;
  if (port === 'none') return { door, port: undefined, close: () => door.close() };
  try {
    const gateway = await startGateway(door, { host: options.host ?? '127.0.0.1', port });
    return {
      door,
      port: gateway.port,
      async close() {
        await gateway.close();
        await door.close();
      },
    };
  } catch (error) {
    await door.close();
    throw error;
  }
}
