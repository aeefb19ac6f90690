import type { EngineRecord } from '../../../src/engine/protocol/record.js';

const LETTERS = { COMMAND: 'C', EVENT: 'E', COMMAND_REJECTION: 'R' } as const;

/** Records as short lines, keys numbered by first appearance: for failing tests and for comparing engines. */
export function compactLog(records: readonly EngineRecord[]): string {
  const numbers = new Map<number, string>();
  const name = (key: number): string => {
    if (key <= 0) return '-';
    const known = numbers.get(key) ?? `K${numbers.size + 1}`;
    numbers.set(key, known);
    return known;
  };
  return records.map((record) => `${LETTERS[record.recordType]} ${describe(record, name)}`).join('\n');
}

function describe(record: EngineRecord, name: (key: number) => string): string {
  const head = `${record.valueType} ${record.intent} ${name(record.key)}`;
  const rejection =
    record.recordType === 'COMMAND_REJECTION' ? ` !! ${record.rejectionType} ${record.rejectionReason}` : '';
  return `${head} ${details(record.value as unknown as Record<string, unknown>, name)}${rejection}`;
}

const SHOWN = [
  'bpmnElementType',
  'elementId',
  'targetElementId',
  'name',
  'value',
  'type',
  'messageName',
  'correlationKey',
  'errorType',
  'errorMessage',
  'errorCode',
  'repetitions',
  'retries',
  'variables',
];
const KEYS = ['scopeKey', 'flowScopeKey', 'elementInstanceKey', 'jobKey'];

function details(value: Record<string, unknown>, name: (key: number) => string): string {
  const shown = SHOWN.filter((field) => isTelling(value[field])).map((field) => `${field}=${show(value[field])}`);
  const keys = KEYS.filter((field) => typeof value[field] === 'number').map(
    (field) => `${field}=${name(value[field] as number)}`,
  );
  return [...shown, ...keys].join(' ');
}

function isTelling(value: unknown): boolean {
  if (value === undefined || value === '') return false;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
