/** What the outside systems of the sandbox have in common. */
export const SYSTEMS = ['gongan', 'renshe', 'yibao', 'bank'] as const;
export type System = (typeof SYSTEMS)[number];

export const SYSTEM_NAMES: Readonly<Record<System, string>> = {
  gongan: '公安',
  renshe: '人社',
  yibao: '医保',
  bank: '合作银行',
};

/** How a system behaves, for all cases or for one. */
export interface Behaviour {
  /** Before the answer, milliseconds. */
  readonly delayMs: number;
  /** From the answer to the call-back, milliseconds; only where there is one. */
  readonly callbackDelayMs: number;
  /** `hang` never answers: the caller's time-out decides. `uncertain`: done, but a person must look (公安 only). */
  readonly outcome: 'ok' | 'refuse' | 'fault' | 'hang' | 'uncertain';
  /** Share of further calls that are refused, 0 to 1. */
  readonly refuseRate: number;
  /** Share of further calls that fail technically, 0 to 1. */
  readonly faultRate: number;
  /** The first n calls fail, whatever the outcome; with outcome `fault`, calls after them succeed. 0: no limit. */
  readonly faultTimes: number;
  /** How a fault looks: status 503, or the connection cut. */
  readonly faultKind: 'unavailable' | 'drop';
  /** What a refusal says. */
  readonly refuseReason: string;
}

export type BehaviourChange = Partial<Behaviour>;

/** One call by its idempotency key. */
export interface CallRecord {
  readonly key: string;
  readonly system: System;
  readonly operation: string;
  readonly caseNumber: string | null;
  timesSeen: number;
  /** How often it took effect: 0 or 1, or the sandbox is wrong. */
  timesDone: number;
  readonly firstSeenAt: string;
  lastSeenAt: string;
  /** What the caller got last: a status, or `dropped`, `hung`. */
  lastAnswer: number | 'dropped' | 'hung' | null;
  answer: Answer | null;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A call-back that is owed until the receiver has answered 2xx. */
export interface Callback {
  readonly id: string;
  readonly url: string;
  readonly body: Record<string, unknown>;
  readonly caseNumber: string | null;
  /** ISO date-time of the first try. */
  readonly dueAt: string;
  tries: number;
  deliveredAt: string | null;
}

/** One operation of a system. */
export interface Operation {
  readonly system: System;
  /** Path below the root, with express parameters. */
  readonly path: string;
  /** Chinese, for the control page. */
  readonly name: string;
  /** JSON Schema of the body. */
  readonly request: object;
  /** Does the business and answers; called once per idempotency key. Nothing it is given is kept but what it returns. */
  perform(call: PerformedCall): Performed;
}

export interface PerformedCall {
  readonly body: Record<string, unknown>;
  readonly params: Readonly<Record<string, string>>;
  readonly caseNumber: string | null;
  readonly now: Date;
  /** The system is set to leave the finding to a person. */
  readonly uncertain: boolean;
  /** Numbers handed out earlier: `has('application', n)`. */
  has(kind: string, number: string): boolean;
  /** A number not used before, e.g. `GA20261124-000001`. */
  nextNumber(prefix: string): string;
}

export interface Performed extends Answer {
  /** Numbers that later calls may refer to. */
  readonly issued?: { kind: string; number: string };
  /** Owed after the behaviour's delay. */
  readonly callback?: { url: string; body: Record<string, unknown> };
}
