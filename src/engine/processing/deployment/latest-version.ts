import type { GroupedTable } from '../../state/store/grouped-table.js';
import type { Table } from '../../state/store/table.js';
import type { ProcessingContext } from '../processing-context.js';
import type { PreparedResource } from './prepare-deployment.js';

/** What every kind of deployed resource is stored with. */
interface Versioned {
  readonly key: number;
  readonly version: number;
}

/** The row of the id's latest version. */
export function findLatest<Row>(
  versions: GroupedTable<string, number, number>,
  rows: Table<number, Row>,
  id: string,
): Row | undefined {
  const key = versions.last(id);
  return key === undefined ? undefined : rows.get(key);
}

export function isSameResource(
  row: { readonly checksum: string; readonly resourceName: string } | undefined,
  resource: PreparedResource,
): boolean {
  return row?.checksum === resource.checksum && row.resourceName === resource.resourceName;
}

/** The latest version again, or the next one with a key of its own. */
export function versionFor(
  work: ProcessingContext,
  latest: Versioned | undefined,
  isDuplicate: boolean,
): { readonly version: number; readonly key: number } {
  if (isDuplicate && latest !== undefined) return { version: latest.version, key: latest.key };
  return { version: (latest?.version ?? 0) + 1, key: work.nextKey() };
}
