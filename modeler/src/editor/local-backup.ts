import type { Content } from '../api/types';

/** The copy of an unsaved draft on this computer, for when the server or the browser goes away. */
export interface Backup extends Content {
  /** Revision that it was based on; null when there was no draft. */
  revision: number | null;
  baseVersion: number;
  at: string;
}

const keyOf = (bundleId: string): string => `tongban.modeler.backup.${bundleId}`;

/** Keeps or (null) removes the copy. A full store is no reason to stop the analyst: then there is only the server. */
export function writeBackup(bundleId: string, backup: Backup | null): void {
  try {
    if (backup === null) localStorage.removeItem(keyOf(bundleId));
    else localStorage.setItem(keyOf(bundleId), JSON.stringify(backup));
  } catch (error) {
    console.warn('no local backup', error);
  }
}

export function readBackup(bundleId: string): Backup | null {
  try {
    const stored = localStorage.getItem(keyOf(bundleId));
    return stored === null ? null : (JSON.parse(stored) as Backup);
  } catch {
    return null;
  }
}
