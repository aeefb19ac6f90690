/**
 * The records of a played instance without what differs from run to run (keys, positions, times), in groups whose order
 * is the same on both engines: one per element instance, by its path.
 */
import type { CollectedRecord } from '../conformance/support/record-collector.js';
import { type InstancePaths, withoutRun } from './instance-paths.js';
import type { PlayedInstance } from './played-instance.js';

export interface Line {
  readonly text: string;
  readonly position: number;
}

export type Groups = ReadonlyMap<string, readonly Line[]>;

const DROPPED = new Set([
  'processInstanceKey',
  'elementInstanceKey',
  'processDefinitionKey',
  'scopeKey',
  'flowScopeKey',
  'parentProcessInstanceKey',
  'parentElementInstanceKey',
  'messageKey',
  'catchEventInstanceKey',
]);
/** Points in time: compared as milliseconds from the record's own. */
const TIMES = new Set(['dueDate', 'deadline', 'recurringTime']);

export function groupsOf({ view, id }: PlayedInstance): Groups {
  const groups = new Map<string, Line[]>();
  for (const record of view?.records ?? []) {
    const name = withoutRun(groupOf(record, view?.paths));
    const text = describe(record, view?.paths)
      .replaceAll(id, 'ID')
      .replace(/\b225\d{13}\b/g, 'KEY');
    const group = groups.get(name) ?? [];
    group.push({ text, position: record.position });
    groups.set(name, group);
  }
  return new Map(Array.from(groups, ([name, lines]) => [name, withVariablesSorted(lines)]));
}

function groupOf({ valueType, intent, key, value }: CollectedRecord, paths: InstancePaths | undefined): string {
  if (valueType === 'MESSAGE') return `message ${String(value['name'])}`;
  const of = (name: string): string => paths?.of(value[name]) ?? '?';
  switch (valueType) {
    case 'PROCESS_INSTANCE':
      return intent === 'SEQUENCE_FLOW_TAKEN' ? `${of('flowScopeKey')} flows` : (paths?.of(key) ?? '?');
    case 'VARIABLE':
    case 'VARIABLE_DOCUMENT':
      return `${of('scopeKey')} variables`;
    // Both sides of a subscription end after what they belong to, one side later than the other.
    case 'MESSAGE_SUBSCRIPTION':
    case 'PROCESS_MESSAGE_SUBSCRIPTION':
      return `${of('elementInstanceKey')} ${valueType} ${String(value['messageName'])}`.replace(
        /d[0-9a-f]{8}x\d+x/,
        'ID',
      );
    case 'SIGNAL':
      return `signal ${String(value['signalName'])}`;
    case 'SIGNAL_SUBSCRIPTION':
      return of('catchEventInstanceKey');
    case 'ESCALATION':
      return `escalation of ${String(value['throwElementId'])}`;
    case 'COMPENSATION_SUBSCRIPTION':
      return `${of('compensableActivityInstanceKey')} compensation`;
    case 'PROCESS_INSTANCE_CREATION':
      return 'creation';
    default:
      return of('elementInstanceKey');
  }
}

function describe({ valueType, intent, value, timestamp }: CollectedRecord, paths: InstancePaths | undefined): string {
  const said = Object.entries(value).flatMap(([name, entry]) => {
    if (TIMES.has(name)) return [[`${name} in`, Number(entry) > 0 ? Number(entry) - timestamp : entry]];
    if (name === 'jobKey') return [[name, entry !== -1]];
    if (name === 'variableScopeKey' || /^(compens|throw).*Key$/.test(name)) return [[name, paths?.of(entry)]];
    return DROPPED.has(name) ? [] : [[name, entry]];
  });
  return withoutContexts(`${valueType} ${intent} ${sortedJson(Object.fromEntries(said))}`);
}

/** In FEEL's warnings Zeebe prints the inner values of contexts and lists as Java objects (docs/differences.md). */
function withoutContexts(text: string): string {
  return text.replace(/(Can't \w+|with|found|to|from|by) '([{[])[^']*'/g, "$1 '$2…'");
}

/** Zeebe writes the variables of one document in the order of its hashes. */
function withVariablesSorted(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let variables: Line[] = [];
  const flush = (): void => {
    result.push(...variables.sort((a, b) => (a.text < b.text ? -1 : 1)));
    variables = [];
  };
  for (const line of lines) {
    if (line.text.startsWith('VARIABLE ')) variables.push(line);
    else {
      flush();
      result.push(line);
    }
  }
  flush();
  return result;
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}
