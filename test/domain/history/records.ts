/** Records as an exporter sends them, for specs: only what history reads is filled in. */
import type { ExportedRecord } from '../../../src/domain/history/history-types.js';

/** Writes the records of one process instance, each with the next position. */
export class RecordWriter {
  readonly records: ExportedRecord[] = [];
  readonly instance: string;
  #position = 100;
  #key: bigint;
  #timestamp = Date.UTC(2026, 10, 24, 1);

  constructor(instance = '2251799813685301') {
    this.instance = instance;
    this.#key = BigInt(instance) + 1n;
  }

  nextKey(): string {
    return String(this.#key++);
  }

  add(valueType: string, intent: string, key: string, value: Record<string, unknown>): this {
    this.records.push({
      partitionId: 1,
      position: this.#position++,
      key,
      timestamp: (this.#timestamp += 1000),
      recordType: 'EVENT',
      valueType,
      intent,
      value: {
        bpmnProcessId: 'shebaoka-dabanban',
        processDefinitionKey: '2251799813685249',
        processInstanceKey: this.instance,
        ...value,
      },
    });
    return this;
  }

  process(intent: string): this {
    const value = { elementId: 'shebaoka-dabanban', bpmnElementType: 'PROCESS', parentProcessInstanceKey: -1 };
    return this.add('PROCESS_INSTANCE', intent, this.instance, value);
  }

  element(key: string, elementId: string, bpmnElementType: string, ...intents: string[]): this {
    for (const intent of intents) {
      this.add('PROCESS_INSTANCE', intent, key, { elementId, bpmnElementType, parentProcessInstanceKey: -1 });
    }
    return this;
  }

  flow(elementId: string): this {
    return this.element(this.nextKey(), elementId, 'SEQUENCE_FLOW', 'SEQUENCE_FLOW_TAKEN');
  }

  caseNumber(caseNumber: string): this {
    const value = { name: 'caseNumber', value: JSON.stringify(caseNumber), scopeKey: this.instance };
    return this.add('VARIABLE', 'CREATED', this.nextKey(), value);
  }

  jobFailed(elementInstanceKey: string, elementId: string, retries: number, errorMessage: string): this {
    const value = { type: 'renshe.apply-card', elementInstanceKey, elementId, retries, errorMessage };
    return this.add('JOB', 'FAILED', this.nextKey(), value);
  }

  incident(
    key: string,
    intent: 'CREATED' | 'RESOLVED',
    elementInstanceKey: string,
    elementId: string,
    jobKey: string,
  ): this {
    const value = { errorType: 'JOB_NO_RETRIES', errorMessage: '人社系统超时', elementInstanceKey, elementId, jobKey };
    return this.add('INCIDENT', intent, key, value);
  }
}

export const ACTIVATED = ['ELEMENT_ACTIVATING', 'ELEMENT_ACTIVATED'];
export const COMPLETED = [...ACTIVATED, 'ELEMENT_COMPLETING', 'ELEMENT_COMPLETED'];
export const TERMINATED = [...ACTIVATED, 'ELEMENT_TERMINATING', 'ELEMENT_TERMINATED'];
