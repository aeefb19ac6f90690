import { randomBytes } from 'node:crypto';
import type { DeployedProcess, JsonObject } from '../../../src/engine/client/port.js';
import { EngineRejection } from '../../../src/engine/client/port.js';
import { bpmnXml, executable } from '../../engine/model/bpmn-xml.js';
import type { ActivatedJob } from './raw-gateway.js';
import type { CollectedRecord } from './record-collector.js';
import type { Target } from './targets.js';
import { sorted, traceOf } from './trace.js';

/** Decisions of one file come in the order of the hashes of their ids, which hold the run's. */
function byKind(deployments: unknown): unknown {
  const withoutKeys = (value: unknown): string =>
    JSON.stringify(value, (name, entry: unknown) => (name.endsWith('Key') ? undefined : entry));
  return (deployments as unknown[]).toSorted((a, b) => (withoutKeys(a) < withoutKeys(b) ? -1 : 1));
}

/** What a scenario does to an engine, and what comes of it. */
export class Run {
  readonly target: Target;
  /** Unique: process ids, job types and message names of the run carry it. */
  readonly id = `r${randomBytes(5).toString('hex')}`;
  readonly #outcomes: string[] = [];
  readonly #roots: number[] = [];
  /** Records of timers that start processes carry no other id. */
  readonly #definitions: string[] = [];
  readonly #since: number;
  #lastAwaited = -1;
  #hasDueDates = true;

  constructor(target: Target) {
    this.target = target;
    this.#since = target.records.records.at(-1)?.position ?? -1;
  }

  /** `@` in the XML stands for the run's id. The process's id is the run's. */
  async deploy(body: string, rootElements = ''): Promise<DeployedProcess> {
    return this.deployXml(bpmnXml(executable('@', body), rootElements));
  }

  async deployXml(...documents: string[]): Promise<DeployedProcess> {
    const resources = documents.map((xml, index) => ({
      name: `${this.id}-${index}.bpmn`,
      content: Buffer.from(xml.replaceAll('@', this.id)),
    }));
    const deployed = await this.target.client.deploy(resources);
    for (const { processDefinitionKey } of deployed) this.#definitions.push(String(processDefinitionKey));
    const [process] = deployed;
    if (!process) throw new Error('nothing was deployed');
    return process;
  }

  /** Deploys resources of any kind, and notes what the answer says of them. `@` as in `deploy`. */
  async deployResources(resources: Readonly<Record<string, string>>): Promise<void> {
    const named = Object.entries(resources).map(([name, text]) => ({
      name: `${this.id}-${name}`,
      content: Buffer.from(text.replaceAll('@', this.id)),
    }));
    await this.call('deploy', 'DeployResource', { resources: named });
  }

  /** Evaluates the decision and notes the answer. */
  async decide(decisionId: string, variables: JsonObject = {}): Promise<void> {
    const id = decisionId.replaceAll('@', this.id);
    await this.call('decide', 'EvaluateDecision', { decisionId: id, variables: JSON.stringify(variables) });
  }

  /** Notes the answer of a call, with its entries in the order of their names, or how it was refused. */
  async call(what: string, rpc: string, request: object): Promise<unknown> {
    try {
      const answer = await this.target.raw.call(rpc, request);
      this.note(
        `${what}: ${JSON.stringify(answer, (name, value: unknown) => sorted(name === 'deployments' ? byKind(value) : value))}`,
      );
      return answer;
    } catch (error) {
      this.note(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  async start(variables: JsonObject = {}, processId = '@'): Promise<string> {
    const id = processId.replaceAll('@', this.id);
    const { processInstanceKey } = await this.target.client.createProcessInstance(id, variables);
    this.#roots.push(Number(processInstanceKey));
    return processInstanceKey;
  }

  /** The next job of the type `<run>-<suffix>`. */
  async job(suffix = 'work', options: { fetch?: string[]; timeoutMs?: number } = {}): Promise<ActivatedJob> {
    const [job] = await this.target.raw.activate(`${this.id}-${suffix}`, options);
    if (!job) throw new Error(`no job of type ${suffix}`);
    return job;
  }

  async complete(suffix = 'work', variables: JsonObject = {}): Promise<void> {
    const job = await this.job(suffix);
    await this.target.client.completeJob(job.key, variables);
  }

  async publish(
    name: string,
    correlationKey: string,
    variables: JsonObject = {},
    timeToLiveMs = 60_000,
  ): Promise<void> {
    await this.target.client.publishMessage({
      name: `${this.id}-${name}`,
      correlationKey: `${this.id}-${correlationKey}`,
      messageId: '',
      timeToLiveMs,
      variables,
    });
  }

  /** Notes how the call ended: part of what is compared. */
  async outcome(what: string, call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
      this.note(`${what}: done`);
    } catch (error) {
      const code = error instanceof EngineRejection ? `${error.code}: ` : '';
      this.note(`${what}: ${code}${error instanceof Error ? error.message : String(error)}`);
    }
  }

  note(text: string): void {
    const anonymous = text.replaceAll(this.id, 'ID').replace(/\b225\d{13}\b/g, 'KEY');
    this.#outcomes.push(anonymous);
  }

  /** For timers that are due at times of the clock: what is compared does not say when. */
  leaveOutDueDates(): void {
    this.#hasDueDates = false;
  }

  /** Waits for a record of this run. `nth` counts from 1. */
  async until(
    kind: string,
    about: (value: CollectedRecord['value']) => boolean = () => true,
    nth = 1,
  ): Promise<CollectedRecord> {
    let seen = new Set<number>();
    const found = await this.target.records.waitFor(`${kind} (${nth})`, (record) => {
      if (record.position <= this.#since || `${record.valueType} ${record.intent}` !== kind) return false;
      if (!this.#isOurs(record) || !about(record.value)) return false;
      seen = seen.add(record.position);
      return seen.size >= nth;
    });
    this.#lastAwaited = Math.max(this.#lastAwaited, found.position);
    return found;
  }

  /** Waits until the element is in the state. */
  element(elementId: string, intent = 'ELEMENT_ACTIVATED', nth = 1): Promise<CollectedRecord> {
    const id = elementId.replaceAll('@', this.id);
    return this.until(`PROCESS_INSTANCE ${intent}`, (value) => value['elementId'] === id, nth);
  }

  completed(): Promise<CollectedRecord> {
    return this.element('@', 'ELEMENT_COMPLETED');
  }

  incident(nth = 1): Promise<CollectedRecord> {
    return this.until('INCIDENT CREATED', undefined, nth);
  }

  /** Ends what the scenario leaves running, and answers all that is compared. */
  async finish(): Promise<{ records: string[]; outcomes: string[] }> {
    const ends = [];
    for (const key of this.#roots) {
      const isEnd = (record: CollectedRecord): boolean =>
        record.key === key &&
        record.valueType === 'PROCESS_INSTANCE' &&
        (record.intent === 'ELEMENT_COMPLETED' || record.intent === 'ELEMENT_TERMINATED');
      if (!this.target.records.records.some(isEnd)) {
        await this.target.client.cancelProcessInstance(String(key)).catch(() => undefined);
      }
      ends.push(await this.target.records.waitFor(`the end of ${key}`, isEnd));
    }
    const last = Math.max(...ends.map(({ position }) => position), this.#lastAwaited);
    const records = this.target.records.records.filter(
      (record) => this.#isOurs(record) && record.position > this.#since && record.position <= last,
    );
    return { records: traceOf(records, this.id, this.#hasDueDates), outcomes: this.#outcomes };
  }

  /** Records carry the process's id; those that carry only a scope belong to one of our instances. */
  #isOurs({ value }: CollectedRecord): boolean {
    const text = JSON.stringify(value);
    const keys = [...this.#roots.map(String), ...this.#definitions];
    return text.includes(this.id) || keys.some((key) => text.includes(key));
  }
}
