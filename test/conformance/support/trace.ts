/**
 * Records → lines that can be compared between engines and runs: names instead of keys, no times, no ids of the run.
 */
import type { CollectedRecord } from './record-collector.js';

type Value = Readonly<Record<string, unknown>>;
type Describe = (value: Value, record: CollectedRecord, names: Names) => string;

const DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  PROCESS_INSTANCE: (value) => {
    const { elementId, bpmnElementType, bpmnEventType } = value;
    const event = bpmnEventType === 'UNSPECIFIED' ? '' : ` (${String(bpmnEventType)})`;
    return `${String(bpmnElementType)}${event} ${String(elementId)}`;
  },
  JOB: (value) => {
    const { type, elementId, retries, errorMessage, errorCode, customHeaders, variables, retryBackoff, worker } = value;
    const said = { type, retries, errorMessage, errorCode, customHeaders, variables, retryBackoff, worker };
    return `${String(elementId)} ${json(withoutEmpty(said))}`;
  },
  VARIABLE: (value, _record, names) =>
    `${names.of(value['scopeKey'])}.${String(value['name'])} = ${String(value['value'])}`,
  VARIABLE_DOCUMENT: (value, _record, names) =>
    `${names.of(value['scopeKey'])} ${String(value['updateSemantics'])} ${json(value['variables'])}`,
  INCIDENT: (value, _record, names) => {
    const { errorType, errorMessage, elementId, jobKey, variableScopeKey } = value;
    const job = jobKey === -1 ? '' : ' of its job';
    return `${String(elementId)}${job} ${String(errorType)} in ${names.of(variableScopeKey)}: ${String(errorMessage)}`;
  },
  TIMER: (value, record) => {
    const { targetElementId, repetitions, dueDate } = value;
    const due = record.intent === 'CREATED' ? ` due in ${describeWait(Number(dueDate) - record.timestamp)}` : '';
    return `${String(targetElementId)} repetitions ${String(repetitions)}${due}`;
  },
  PROCESS_MESSAGE_SUBSCRIPTION: (value) => {
    const { elementId, messageName, correlationKey, interrupting, variables } = value;
    const kind = interrupting === true ? 'interrupting' : 'non-interrupting';
    return `${String(elementId)} ${String(messageName)} for '${String(correlationKey)}' ${kind} ${json(variables)}`;
  },
  MESSAGE_START_EVENT_SUBSCRIPTION: (value) => {
    const { startEventId, messageName, correlationKey, variables } = value;
    return `${String(startEventId)} ${String(messageName)} '${String(correlationKey)}' ${json(variables)}`;
  },
  SIGNAL: (value) => `${String(value['signalName'])} ${json(value['variables'])}`,
  SIGNAL_SUBSCRIPTION: (value, _record, names) => {
    const { catchEventId, catchEventInstanceKey, signalName, bpmnProcessId } = value;
    const on = catchEventInstanceKey === -1 ? '' : ` on ${names.of(catchEventInstanceKey)}`;
    return `${String(catchEventId)} ${String(signalName)}${on} of ${String(bpmnProcessId)}`;
  },
  ESCALATION: (value) => {
    const { escalationCode, throwElementId, catchElementId } = value;
    return `${String(escalationCode)} from ${String(throwElementId)} to '${String(catchElementId)}'`;
  },
  COMPENSATION_SUBSCRIPTION: (value, _record, names) => {
    const entries = Object.entries(value).filter(
      ([name]) => !/^(tenantId|process(Instance|Definition)Key)$/.test(name),
    );
    const shown = entries.map(([name, entry]) => [name, name.endsWith('Key') ? names.of(entry) : entry]);
    return json(Object.fromEntries(shown));
  },
  DECISION_REQUIREMENTS: (value) => {
    const { decisionRequirementsId, decisionRequirementsName, decisionRequirementsVersion, namespace } = value;
    const names = [decisionRequirementsId, decisionRequirementsName, namespace].map(String).join(' ');
    return `${names} v${String(decisionRequirementsVersion)}`;
  },
  DECISION: (value) => {
    const { decisionId, decisionName, decisionRequirementsId, version } = value;
    return `${[decisionId, decisionName, decisionRequirementsId].map(String).join(' ')} v${String(version)}`;
  },
  DECISION_EVALUATION: (value) =>
    JSON.stringify(value, (name, entry: unknown) => (name.endsWith('Key') && entry !== -1 ? 'KEY' : sorted(entry))),
  PROCESS_INSTANCE_CREATION: (value) =>
    `${String(value['bpmnProcessId'])} v${String(value['version'])} ${json(value['variables'])}`,
};

/** Objects with their entries in the order of their names; other values as they are. */
export function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Subscriptions end asynchronously, after what they belong to. */
const UNORDERED = ['PROCESS_MESSAGE_SUBSCRIPTION DELETED', 'PROCESS_MESSAGE_SUBSCRIPTION CREATED'];

/** @param runId replaced wherever it stands. @param hasDueDates false where they depend on the time of the run */
export function traceOf(records: readonly CollectedRecord[], runId: string, hasDueDates = true): string[] {
  const names = new Names(records);
  const lines = records.flatMap((record) => {
    const kind = `${record.valueType} ${record.intent}`;
    const describe = DESCRIPTIONS[record.valueType];
    if (!describe || UNORDERED.includes(kind)) return [];
    const line = `${kind}: ${describe(record.value, record, names)}`.replaceAll(runId, 'ID');
    return [hasDueDates ? line : line.replace(/ due in .*/, '')];
  });
  return withVariablesSorted(lines);
}

/** Zeebe writes the variables of one document in the order of its hashes. */
function withVariablesSorted(lines: readonly string[]): string[] {
  const result: string[] = [];
  let variables: string[] = [];
  for (const line of lines) {
    if (line.startsWith('VARIABLE ')) variables.push(line);
    else {
      result.push(...variables.sort(), line);
      variables = [];
    }
  }
  return [...result, ...variables.sort()];
}

/** Rounded, for an engine takes its time. */
function describeWait(milliseconds: number): string {
  return milliseconds < -60_000 ? 'the past' : `${Math.round(milliseconds / 5000) * 5} s`;
}

/** Element ids of element instances. */
class Names {
  readonly #byKey = new Map<unknown, string>();

  constructor(records: readonly CollectedRecord[]) {
    for (const { valueType, key, value } of records) {
      if (valueType === 'PROCESS_INSTANCE') this.#byKey.set(key, String(value['elementId']));
    }
  }

  of(key: unknown): string {
    return this.#byKey.get(key) ?? 'unknown';
  }
}

function withoutEmpty(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== '' && entry !== 0 && JSON.stringify(entry) !== '{}'),
  );
}

/** Keys in order: engines keep variables in orders of their own. */
function json(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}
