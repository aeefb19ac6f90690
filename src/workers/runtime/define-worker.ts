/** What a job worker is: its type, the shapes of what goes in and out, and the work. */
import type { EnginePort } from '../../engine/client/port.js';
import type { Step } from '../../domain/cases/case-service-types.js';
import type { Domain, Queues, Config, Logger } from './worker-deps.js';

/** What every handler gets besides its job. */
export interface WorkerDeps {
  readonly engine: EnginePort;
  readonly domain: Domain;
  readonly queues: Queues;
  readonly config: Config;
  readonly logger: Logger;
}

export interface WorkerJob<Input> {
  readonly key: string;
  /** Checked against the worker's `input`. */
  readonly variables: Input;
  readonly headers: Readonly<Record<string, string>>;
  readonly bpmnProcessId: string;
  readonly step: Step & { readonly processDefinitionKey: string };
  /** The same for every delivery of this step: `<processInstanceKey>-<elementInstanceKey>`. */
  readonly idempotencyKey: string;
  /** Different for every delivery. */
  readonly deliveryId: string;
}

/** How a handler ends; throwing means `retry`, or `postponed` when own-outage.ts knows the error. */
export type Outcome<Output> =
  | { readonly kind: 'completed'; readonly variables: Output }
  | {
      readonly kind: 'business-error';
      readonly code: string;
      readonly message: string;
      readonly variables: Record<string, unknown>;
    }
  | { readonly kind: 'retry'; readonly message: string }
  /** A part of ours is away (database, queue): try again, and don't count it against the step. */
  | { readonly kind: 'postponed'; readonly message: string }
  /** Nothing helps but a person: an incident at once. */
  | { readonly kind: 'stuck'; readonly message: string }
  /** Stays with the engine as activated; somebody else settles it (human steps). */
  | { readonly kind: 'left' };

export interface WorkerDefinition<Input, Output> {
  /** Job type, `department.step`. */
  readonly type: string;
  /** Chinese, for the studio. */
  readonly name: string;
  readonly department?: string;
  /** JSON Schema of the variables; only its properties are asked for, unless it has none. */
  readonly input: object;
  /** JSON Schema of the variables given back. */
  readonly output: object;
  /** Error codes that the handler may end with. */
  readonly errors: readonly string[];
  /** How long a delivery may take before the engine gives the job to another worker, milliseconds. */
  readonly timeoutMs?: number;
  readonly maxActiveJobs?: number;
  handle(job: WorkerJob<Input>, deps: WorkerDeps): Promise<Outcome<Output>>;
}

/** A definition whose types are forgotten, so that different ones fit in one list. */
export type AnyWorker = WorkerDefinition<never, unknown>;

/** Checks nothing at run time: it only ties the handler's types to the definition. */
export function defineWorker<Input, Output>(definition: WorkerDefinition<Input, Output>): AnyWorker {
  return definition;
}

export function completed<Output>(variables: Output): Outcome<Output> {
  return { kind: 'completed', variables };
}
