/** Drafts in the browser's own storage: what a person typed survives reloads, crashes and lost sessions. */
export interface Draft<T> {
  savedAt: string;
  value: T;
}

const PREFIX = 'tongban.draft.';
const MAX_AGE_MS = 30 * 86_400_000;

export function readDraft<T>(key: string): Draft<T> | undefined {
  try {
    const stored = localStorage.getItem(PREFIX + key);
    if (!stored) return undefined;
    const draft = JSON.parse(stored) as Draft<T>;
    return Date.now() - new Date(draft.savedAt).getTime() < MAX_AGE_MS ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Returns when it was saved, or undefined when the browser keeps nothing (private mode, full). */
export function writeDraft<T>(key: string, value: T): string | undefined {
  const savedAt = new Date().toISOString();
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ savedAt, value }));
    return savedAt;
  } catch {
    return undefined;
  }
}

export const dropDraft = (key: string): void => localStorage.removeItem(PREFIX + key);

/** Signing out leaves no personal data behind on a shared machine. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
