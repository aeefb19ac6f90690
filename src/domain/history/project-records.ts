/** Records → what they change. Pure: the same records always make the same changes. */
import { ELEMENT_RANK, INCIDENT_RANK } from './history-model.js';
import type { ExportedRecord } from './history-types.js';
import { MergeBatch, type Merge } from './merge.js';

export interface Projection {
  readonly instances: MergeBatch;
  readonly incidents: MergeBatch;
  readonly streams: MergeBatch;
  /** Element instances of user tasks that the engine has ended by itself. */
  readonly canceledTasks: Set<string>;
  /** Process instances in whose diagram something moved. */
  readonly moved: Set<string>;
}

/** Records that are no events, and value types that tell nothing of a case, only move the stream's mark. */
export function projectRecords(records: readonly ExportedRecord[], receivedAt: number): Projection {
  const projection: Projection = {
    instances: new MergeBatch(),
    incidents: new MergeBatch(),
    streams: new MergeBatch(),
    canceledTasks: new Set(),
    moved: new Set(),
  };
  for (const record of records) {
    markStream(record, projection, receivedAt);
    if (record.recordType === 'EVENT') PROJECTORS[record.valueType]?.(record, projection);
  }
  return projection;
}

type Projector = (record: ExportedRecord, projection: Projection) => void;

const PROJECTORS: Readonly<Record<string, Projector>> = {
  PROCESS_INSTANCE: projectElement,
  VARIABLE: projectVariable,
  MESSAGE_START_EVENT_SUBSCRIPTION: projectMessageStart,
  JOB: projectJob,
  INCIDENT: projectIncident,
};

const USER_TASK_JOB = 'io.camunda.zeebe:userTask';

function markStream({ partitionId, position, timestamp }: ExportedRecord, { streams }: Projection, now: number): void {
  const stream = streams.of(String(partitionId));
  stream.latest('position', Number(position));
  stream.latest('recordAt', timestamp);
  stream.latest('receivedAt', now);
}

const RANK_BY_INTENT: Readonly<Record<string, number>> = {
  ELEMENT_ACTIVATING: ELEMENT_RANK.activating,
  ELEMENT_ACTIVATED: ELEMENT_RANK.activated,
  ELEMENT_COMPLETING: ELEMENT_RANK.leaving,
  ELEMENT_TERMINATING: ELEMENT_RANK.leaving,
  ELEMENT_COMPLETED: ELEMENT_RANK.ended,
  ELEMENT_TERMINATED: ELEMENT_RANK.ended,
};

function projectElement(record: ExportedRecord, projection: Projection): void {
  const { intent, timestamp } = record;
  const instance = instanceOf(record, projection);
  const elementId = text(record, 'elementId');
  if (intent === 'SEQUENCE_FLOW_TAKEN') {
    instance.addToSet('flows', elementId);
    return;
  }
  const rank = RANK_BY_INTENT[intent];
  if (rank === undefined) return;
  const parent = keyOf(record.value['parentProcessInstanceKey']);
  if (parent) instance.set('parentKey', parent);
  const path = `elements.${String(record.key)}`;
  const type = text(record, 'bpmnElementType');
  instance.set(`${path}.id`, elementId);
  instance.set(`${path}.type`, type);
  instance.latest(`${path}.rank`, rank);
  if (rank <= ELEMENT_RANK.activated) instance.earliest(`${path}.since`, timestamp);
  if (rank === ELEMENT_RANK.ended) {
    instance.set(`${path}.endedAt`, timestamp);
    instance.set(`${path}.end`, intent === 'ELEMENT_COMPLETED' ? 'completed' : 'terminated');
  }
  if (intent === 'ELEMENT_TERMINATED' && type === 'USER_TASK') projection.canceledTasks.add(String(record.key));
}

/** The variable `caseNumber` of the process itself is what ties an instance to its case. */
function projectVariable(record: ExportedRecord, projection: Projection): void {
  const { name, value, scopeKey, processInstanceKey } = record.value;
  if (name !== 'caseNumber' || String(scopeKey) !== String(processInstanceKey)) return;
  const caseNumber = parsedText(value);
  if (caseNumber !== undefined) instanceOf(record, projection).set('caseNumber', caseNumber);
}

function projectMessageStart(record: ExportedRecord, projection: Projection): void {
  if (record.intent !== 'CORRELATED' || !keyOf(record.value['processInstanceKey'])) return;
  const { caseNumber } = (record.value['variables'] ?? {}) as { caseNumber?: unknown };
  if (typeof caseNumber === 'string') instanceOf(record, projection).set('caseNumber', caseNumber);
}

function projectJob(record: ExportedRecord, projection: Projection): void {
  const elementInstanceKey = String(record.value['elementInstanceKey']);
  if (record.intent === 'CANCELED' && record.value['type'] === USER_TASK_JOB) {
    projection.canceledTasks.add(elementInstanceKey);
  }
  if (record.intent !== 'FAILED') return;
  instanceOf(record, projection).set(`failures.${record.partitionId}-${record.position}`, {
    id: text(record, 'elementId'),
    elementInstanceKey,
    at: record.timestamp,
    retries: Number(record.value['retries']),
    message: text(record, 'errorMessage'),
  });
}

function projectIncident(record: ExportedRecord, projection: Projection): void {
  const resolved = record.intent === 'RESOLVED';
  if (!resolved && record.intent !== 'CREATED') return;
  instanceOf(record, projection);
  const incident = projection.incidents.of(String(record.key));
  for (const field of ['bpmnProcessId', 'elementId', 'errorType']) incident.set(field, text(record, field));
  for (const field of ['processInstanceKey', 'processDefinitionKey', 'elementInstanceKey']) {
    incident.set(field, String(record.value[field]));
  }
  incident.set('message', text(record, 'errorMessage'));
  incident.set('jobKey', keyOf(record.value['jobKey']) ?? null);
  incident.latest('rank', resolved ? INCIDENT_RANK.resolved : INCIDENT_RANK.open);
  incident.earliest('createdAt', record.timestamp);
  if (resolved) incident.set('resolvedAt', record.timestamp);
}

/** The document of the record's process instance, with what every such record tells of it. */
function instanceOf(record: ExportedRecord, { instances, moved }: Projection): Merge {
  const key = String(record.value['processInstanceKey']);
  moved.add(key);
  const instance = instances.of(key);
  instance.set('bpmnProcessId', text(record, 'bpmnProcessId'));
  instance.set('processDefinitionKey', String(record.value['processDefinitionKey']));
  return instance;
}

function text(record: ExportedRecord, field: string): string {
  const value = record.value[field];
  return typeof value === 'string' ? value : '';
}

/** -1 and absence stand for none. */
function keyOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && value > 0 ? String(value) : undefined;
}

/** Variables are exported as JSON text; this one must be a text itself. */
function parsedText(json: unknown): string | undefined {
  if (typeof json !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
