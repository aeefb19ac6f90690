/** Records in the JSON form of Zeebe 8.5.8's exporters. */
import type { EngineRecord } from '../protocol/record.js';
import { DEFAULT_TENANT, PARTITION_ID } from '../protocol/record.js';
import type { DeploymentValue, JobValue, ProcessInstanceCreationValue, ValueType } from '../protocol/value-types.js';

export const ZEEBE_VERSION = '8.5.8';

/** What Zeebe's Elasticsearch exporter exports unless told otherwise, with the names that its indices carry. */
const INDEX_NAMES: Partial<Record<ValueType, string>> = {
  DEPLOYMENT: 'deployment',
  PROCESS: 'process',
  FORM: 'form',
  DECISION: 'decision',
  DECISION_REQUIREMENTS: 'decision-requirements',
  DECISION_EVALUATION: 'decision-evaluation',
  PROCESS_INSTANCE: 'process-instance',
  PROCESS_INSTANCE_CREATION: 'process-instance-creation',
  JOB: 'job',
  VARIABLE: 'variable',
  VARIABLE_DOCUMENT: 'variable-document',
  INCIDENT: 'incident',
  MESSAGE: 'message',
  MESSAGE_SUBSCRIPTION: 'message-subscription',
  PROCESS_MESSAGE_SUBSCRIPTION: 'process-message-subscription',
  MESSAGE_START_EVENT_SUBSCRIPTION: 'message-start-event-subscription',
  TIMER: 'timer',
  SIGNAL: 'signal',
  SIGNAL_SUBSCRIPTION: 'signal-subscription',
  ESCALATION: 'escalation',
  COMPENSATION_SUBSCRIPTION: 'compensation-subscription',
};

/** Sequences count per partition from its shifted id on. */
const SEQUENCE_BASE = PARTITION_ID * 2 ** 51;

export function exportedIndexNames(): string[] {
  return Object.values(INDEX_NAMES);
}

/** Events of the exported types; commands and rejections stay home, as in Zeebe. */
export function isExported(record: EngineRecord): boolean {
  return record.recordType === 'EVENT' && record.valueType in INDEX_NAMES;
}

/** The two lines of a bulk request: the action and the record. */
export function toBulkLines(record: EngineRecord): string {
  const index = `zeebe-record_${INDEX_NAMES[record.valueType]}_${ZEEBE_VERSION}_${dayOf(record.timestamp)}`;
  const action = { index: { routing: String(PARTITION_ID), _index: index, _id: `${PARTITION_ID}-${record.position}` } };
  return `${JSON.stringify(action)}\n${JSON.stringify(toExportedRecord(record))}\n`;
}

function dayOf(timestamp: number): string {
  return new Date(timestamp).toISOString().slice(0, 10);
}

export function toExportedRecord(record: EngineRecord): object {
  return {
    partitionId: PARTITION_ID,
    value: toExportedValue(record),
    key: record.key,
    position: record.position,
    timestamp: record.timestamp,
    valueType: record.valueType,
    brokerVersion: ZEEBE_VERSION,
    recordType: record.recordType,
    intent: record.intent,
    sourceRecordPosition: record.sourceRecordPosition,
    rejectionType: record.rejectionType,
    rejectionReason: record.rejectionReason,
    authorizations: { authorized_tenants: [DEFAULT_TENANT] },
    recordVersion: record.valueType === 'DEPLOYMENT' ? 2 : 1,
    // Zeebe counts per value type; the position too rises and never repeats.
    sequence: SEQUENCE_BASE + record.position,
  };
}

/** Where Zeebe's JSON differs from what the engine keeps. */
function toExportedValue({ valueType, value }: EngineRecord): object {
  switch (valueType) {
    case 'DEPLOYMENT':
      return toExportedDeployment(value as DeploymentValue);
    case 'PROCESS':
    case 'FORM':
    case 'DECISION':
    case 'DECISION_REQUIREMENTS':
      return withDuplicate(value as { isDuplicate: boolean });
    case 'JOB':
      return { jobKind: 'BPMN_ELEMENT', ...(value as JobValue) };
    case 'PROCESS_INSTANCE_CREATION': {
      const { fetchVariables: _, ...rest } = value as ProcessInstanceCreationValue;
      return rest;
    }
    default:
      return value;
  }
}

/** A deployment's event leaves the resources out: they come with the PROCESS and FORM records. */
function toExportedDeployment(value: DeploymentValue): object {
  return {
    ...value,
    resources: [],
    processesMetadata: value.processesMetadata.map(withDuplicate),
    decisionsMetadata: value.decisionsMetadata.map(withDuplicate),
    decisionRequirementsMetadata: value.decisionRequirementsMetadata.map(withDuplicate),
    formMetadata: value.formMetadata.map(withDuplicate),
  };
}

function withDuplicate<T extends { isDuplicate: boolean }>({ isDuplicate, ...rest }: T): object {
  return { ...rest, duplicate: isDuplicate };
}
