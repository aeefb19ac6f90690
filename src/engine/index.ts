/** The embedded engine's only door. */
import type { EngineClock, EngineDoor } from './processing/door.js';
import type { FaultPoints } from './processing/fault-points.js';
import { openDoor } from './processing/open-door.js';
import { startRecordExporter, type ExporterLogger } from './exporter/start-record-exporter.js';
import type { ExportTarget } from './exporter/bulk-endpoint.js';
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
  /** Where the record stream goes; left out, nowhere. */
  readonly exporter?: ExportTarget;
  readonly logger?: ExporterLogger;
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

/** Opens the data, takes up what was left, serves the gateway, and sends the records out. */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const door = await openDoor(options);
  const { exporter: target, logger, host = '127.0.0.1', port = DEFAULT_PORT } = options;
  try {
    const gateway = port === 'none' ? undefined : await startGateway(door, { host, port });
    const exporter = target && startRecordExporter(door, logger ? { ...target, logger } : target);
    return {
      door,
      port: gateway?.port,
      async close() {
        await gateway?.close();
        await exporter?.close();
        await door.close();
      },
    };
  } catch (error) {
    await door.close();
    throw error;
  }
}
