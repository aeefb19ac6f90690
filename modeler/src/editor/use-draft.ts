import type Modeler from 'bpmn-js/lib/Modeler';
import { useCallback, useEffect, useState } from 'react';
import { saveDraft } from '../api/modeler-api';
import { ApiProblem, NetworkProblem, sentence } from '../api/problem';
import type { Bundle, Content, DraftState } from '../api/types';
import { DraftSaver, type SaveState } from './draft-saver';
import { writeBackup } from './local-backup';
import { contentOf, onChanged } from './studio';

/** How the draft opened: its text, what it is based on, and whether it differs from what the server has. */
export interface DraftStart extends Content {
  revision: number | null;
  baseVersion: number;
  unsaved: boolean;
}

export interface SaveStatus {
  state: SaveState;
  /** Why saving failed, for people. */
  reason: string | null;
  /** After a conflict: the draft that somebody saved in between; null when it is gone. */
  other: DraftState | null;
}

const SAVED: SaveStatus = { state: 'saved', reason: null, other: null };

/** Saves the draft while the analyst draws. */
export function useDraft(bundle: Bundle, modeler: Modeler | null, start: DraftStart) {
  const [status, setStatus] = useState<SaveStatus>(SAVED);
  const [saver, setSaver] = useState<DraftSaver<Content> | null>(null);

  useEffect(() => {
    if (!modeler) return undefined;
    const created = createSaver(bundle, modeler, start, setStatus);
    const stopListening = onChanged(modeler, () => created.changed());
    setSaver(created);
    if (start.unsaved) created.changed();
    return () => {
      stopListening();
      created.stop();
      setSaver(null);
    };
  }, [bundle, modeler, start]);

  const flush = useCallback(async () => saver?.flush(), [saver]);
  return { status, saver, flush };
}

function createSaver(
  bundle: Bundle,
  modeler: Modeler,
  start: DraftStart,
  setStatus: (status: SaveStatus) => void,
): DraftSaver<Content> {
  const { baseVersion } = start;
  const saver: DraftSaver<Content> = new DraftSaver(
    {
      read: () => contentOf(modeler),
      send: (content, revision) => saveDraft(bundle.id, revision, { ...content, baseVersion }),
      backUp: (content) =>
        writeBackup(
          bundle.id,
          content === null ? null : { ...content, revision: saver.revision, baseVersion, at: new Date().toISOString() },
        ),
      classify,
      onState: (state, error) =>
        setStatus({
          state,
          reason: error === undefined ? null : sentence(error),
          other: error instanceof ApiProblem ? error.current : null,
        }),
      pauseMs: 1_500,
      retryMs: 5_000,
    },
    start.revision,
  );
  return saver;
}

function classify(error: unknown): 'conflict' | 'offline' | 'failed' {
  if (error instanceof NetworkProblem) return 'offline';
  // 404: published or thrown away by somebody else
  if (error instanceof ApiProblem && (error.status === 412 || error.code === 'DRAFT_NOT_FOUND')) return 'conflict';
  return error instanceof ApiProblem && error.status >= 500 ? 'offline' : 'failed';
}
