/** The embedded engine's only door. */
import type { EngineClock, EngineDoor } from './processing/door.js';
import type { FaultPoints } from './processing/fault-points.js';
import { openDoor } from './open-door.js';
import { startRecordExporter, type RecordExporterOptions } from './exporter/start-record-exporter.js';
import { startGateway } from './gateway/start-gateway.js';

export { createManualClock, systemClock } from './processing/clocks.js';
export { EngineOverloaded, EngineStopped } from './processing/engine-errors.js';
export type * from './processing/door.js';
export type { FaultPoint, FaultPoints } from './processing/fault-points.js';

/** What the engine needs of a logger; without one only errors are written, to standard error. */
export interface EngineLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

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
  /** Where the record stream goes; left out, nowhere. */
  readonly exporter?: Omit<RecordExporterOptions, 'logger'>;
  readonly logger?: EngineLogger;
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
  const { logger } = options;
  const door = await openDoor({ ...options, ...(logger && { onError: (text, err) => logger.error({ err }, text) }) });
  const closing: (() => Promise<void>)[] = [() => door.close()];
  const close = async (): Promise<void> => {
    for (let step = closing.pop(); step !== undefined; step = closing.pop()) await step();
  };
  try {
    if (options.exporter !== undefined) {
      const exporter = startRecordExporter(door, { ...options.exporter, ...(logger && { logger }) });
      closing.push(() => exporter.close());
    }
    const port = options.port ?? DEFAULT_PORT;
    if (port === 'none') return { door, port: undefined, close };
    const gateway = await startGateway(door, { host: options.host ?? '127.0.0.1', port });
    closing.push(() => gateway.close());
    return { door, port: gateway.port, close };
  } catch (error) {
    await close();
    throw error;
  }
}
