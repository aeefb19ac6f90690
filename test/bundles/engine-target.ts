/** An engine under test, with a clock that can be moved. */
import type { ShiftedClock } from './shifted-clock.js';

export interface EngineTarget {
  readonly name: string;
  start(options: EngineTargetOptions): Promise<RunningEngine>;
}

export interface EngineTargetOptions {
  readonly dataDir: string;
  /** Where its records go. */
  readonly records: { readonly url: string; readonly username: string; readonly password: string };
  /** The domain's; an engine in this process runs on it. */
  readonly clock: ShiftedClock;
}

export interface RunningEngine {
  /** host:port of the gateway. */
  readonly address: string;
  /** Moves the engine's time; the shared clock is moved by the caller, first. */
  advance(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}
