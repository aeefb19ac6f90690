/** An engine port that writes down what it is asked, and fails when told to: for what happens around the engine. */
import type {
  DeployableResource,
  DeployedProcess,
  EnginePort,
  JsonObject,
  MessageToPublish,
} from '../../../src/engine/client/port.js';

export class RecordingEngine implements EnginePort {
  readonly messages: MessageToPublish[] = [];
  readonly completed: { jobKey: string; variables: JsonObject }[] = [];
  readonly deployed: string[] = [];
  /** Asked before every call; what it throws is the engine's answer. */
  fail: (method: string) => void = () => undefined;
  #versions = new Map<string, string[]>();

  deploy(resources: readonly DeployableResource[]): Promise<DeployedProcess[]> {
    return this.#answer('deploy', () =>
      resources
        .filter((resource) => resource.name.endsWith('.bpmn'))
        .map((resource) => this.#deployOne(resource.name, resource.content.toString())),
    );
  }

  #deployOne(resourceName: string, content: string): DeployedProcess {
    const bpmnProcessId = resourceName.replace('.bpmn', '');
    const versions = this.#versions.get(bpmnProcessId) ?? [];
    if (versions.at(-1) !== content) versions.push(content);
    this.#versions.set(bpmnProcessId, versions);
    this.deployed.push(bpmnProcessId);
    const version = versions.length;
    return { bpmnProcessId, version, processDefinitionKey: `${bpmnProcessId}-${version}`, resourceName };
  }

  publishMessage(message: MessageToPublish): Promise<'published' | 'already-published'> {
    return this.#answer('publishMessage', () => {
      const known = this.messages.some((sent) => sent.messageId === message.messageId);
      if (!known) this.messages.push(message);
      return known ? 'already-published' : 'published';
    });
  }

  completeJob(jobKey: string, variables: JsonObject): Promise<void> {
    return this.#answer('completeJob', () => void this.completed.push({ jobKey, variables }));
  }

  async #answer<T>(method: string, work: () => T): Promise<T> {
    await Promise.resolve();
    this.fail(method);
    return work();
  }

  createProcessInstance = this.#unused;
  failJob = this.#unused;
  throwError = this.#unused;
  updateJobRetries = this.#unused;
  updateJobTimeout = this.#unused;
  resolveIncident = this.#unused;
  cancelProcessInstance = this.#unused;
  setVariables = this.#unused;
  topology = this.#unused;
  openWorker(): never {
    throw new Error('not used here');
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
  #unused(): Promise<never> {
    return Promise.reject(new Error('not used here'));
  }
}
