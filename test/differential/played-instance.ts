import { setTimeout as delay } from 'node:timers/promises';
import type { CollectedRecord } from '../conformance/support/record-collector.js';
import type { Target } from '../conformance/support/targets.js';
import { EngineRejection } from '../../src/engine/client/port.js';
import { type Action, Answers } from './answers.js';
import type { Model } from './generator.js';
import { withoutRun } from './instance-paths.js';
import { InstanceView } from './instance-view.js';
import { renderModel } from './render-model.js';

const HOUR_MS = 3_600_000;
const LONG_MS = 30 * 24 * HOUR_MS;

/** An engine under pressure refuses commands before it has looked at them: they are given again. */
export async function withPatience(call: () => Promise<unknown>): Promise<void> {
  for (let left = 100; ; left -= 1) {
    try {
      await call();
      return;
    } catch (error) {
      const isPressure = error instanceof Error && error.message.includes('maximum capacity');
      if (!isPressure || left === 0) throw error;
      await delay(50);
    }
  }
}

/** One model on one engine: what was done, and what came of it. */
export class PlayedInstance {
  readonly model: Model;
  /** Process id and correlation key; stands for `@`. */
  readonly id: string;
  readonly xml: string;
  /** What was done and how the engine answered, without keys. */
  readonly log: string[] = [];
  rootKey: number | undefined;
  view: InstanceView | undefined;
  readonly #target: Target;
  readonly #answers: Answers;
  #step = 0;
  #restless = 0;

  constructor(target: Target, model: Model, id: string) {
    this.#target = target;
    this.model = model;
    this.id = id;
    this.xml = renderModel(model).replaceAll('@', id);
    this.#answers = new Answers(model.seed);
  }

  /** Refused at deployment or at the start: nothing to wait for. */
  get isOver(): boolean {
    return !this.view || this.view.isEnded;
  }

  async start(): Promise<void> {
    const { client } = this.#target;
    const resource = { name: `${this.id}.bpmn`, content: Buffer.from(this.xml) };
    const isDeployed = await this.#try('deploy', () => client.deploy([resource]));
    if (!isDeployed) return;
    for (const name of this.#messageNames()) {
      if (this.#answers.isPublishedBefore(withoutRun(name))) await this.#publish(name, { early: withoutRun(name) });
    }
    await this.#try('start', async () => {
      const variables = { ...this.#answers.startVariables(), key: this.id };
      const { processInstanceKey } = await client.createProcessInstance(this.id, variables);
      this.rootKey = Number(processInstanceKey);
      this.view = new InstanceView(this.rootKey);
    });
  }

  take(record: CollectedRecord): void {
    this.view?.take(record);
  }

  isQuiet(now: number, patience: number): boolean {
    const isQuiet = this.view?.isQuiet(now) ?? true;
    this.#restless = isQuiet ? 0 : this.#restless + 1;
    if (this.#restless < patience) return isQuiet;
    this.log.push('does not come to rest');
    return true;
  }

  /** Milliseconds since 1970; Infinity without timers. */
  nextDue(): number {
    const timers = this.view?.timers.values() ?? [];
    return Math.min(...Array.from(timers, ({ value }) => Number(value['dueDate'])));
  }

  /** @returns false when only time helps */
  async act(): Promise<boolean> {
    const action = this.view && this.#answers.next(this.view, this.#step);
    if (!action) return false;
    this.#step += 1;
    await this.#carryOut(action);
    return true;
  }

  async #carryOut(action: Action): Promise<void> {
    const { client } = this.#target;
    if (action.what === 'cancel') {
      await this.#try('cancel', () => client.cancelProcessInstance(String(this.rootKey)));
      return;
    }
    const { on } = action;
    const key = String(on.key);
    const what = `${action.what} ${on.path}`;
    switch (action.what) {
      case 'complete':
        await this.#try(`${what} ${JSON.stringify(action.variables)}`, () => client.completeJob(key, action.variables));
        break;
      case 'fail':
        await this.#try(`${what} retries ${action.retries} backoff ${action.backoffHours}`, () =>
          client.failJob(key, {
            retries: action.retries,
            errorMessage: 'does not work',
            retryBackoffMs: action.backoffHours * HOUR_MS,
          }),
        );
        break;
      case 'throw': {
        const error = { errorCode: action.code, errorMessage: 'refused', variables: action.variables };
        await this.#try(`${what} ${action.code}`, () => client.throwError(key, error));
        break;
      }
      case 'publish':
        await this.#publish(String(on.value['messageName']), action.variables);
        break;
      case 'broadcast':
        await this.#broadcast(String(on.value['signalName']), action.variables);
        break;
      case 'set variables':
        await this.#setVariables(String(on.value['elementInstanceKey']), action.variables, action.local);
        break;
      case 'resolve':
        await this.#resolve(action);
    }
  }

  async #resolve({ on, retriesOf, variables }: Extract<Action, { what: 'resolve' }>): Promise<void> {
    const { client } = this.#target;
    if (retriesOf > 0) {
      await this.#try('retries', () => client.updateJobRetries(String(on.value['jobKey']), retriesOf));
    }
    if (variables) {
      await this.#setVariables(String(on.value['processInstanceKey']), { ...variables, key: this.id }, true);
    }
    await this.#try(`resolve ${on.path}`, () => client.resolveIncident(String(on.key)));
  }

  async #setVariables(scope: string, variables: Record<string, unknown>, local: boolean): Promise<void> {
    await this.#try(`set ${this.view?.paths.of(scope)} ${JSON.stringify(variables)}`, () =>
      this.#target.client.setVariables(scope, variables, local),
    );
  }

  async #publish(name: string, variables: Record<string, unknown>): Promise<void> {
    const message = { name, correlationKey: this.id, messageId: '', timeToLiveMs: LONG_MS, variables };
    await this.#try(`publish ${name}`, () => this.#target.client.publishMessage(message));
  }

  async #broadcast(signalName: string, variables: Record<string, unknown>): Promise<void> {
    const request = { signalName, variables: JSON.stringify(variables) };
    await this.#try(`broadcast ${signalName}`, () => this.#target.raw.call('BroadcastSignal', request));
  }

  async #try(what: string, call: () => Promise<unknown>): Promise<boolean> {
    let answer = 'done';
    try {
      await withPatience(call);
    } catch (error) {
      if (!(error instanceof EngineRejection)) throw error;
      answer = `${error.code} ${error.message}`;
    }
    this.log.push(`${what}: ${answer}`.replaceAll(this.id, 'ID').replace(/\b225\d{13}\b/g, 'KEY'));
    return answer === 'done';
  }

  #messageNames(): string[] {
    return Array.from(this.xml.matchAll(/<bpmn:message id="[^"]*" name="([^"]*)"/g), ([, name]) => String(name));
  }
}
