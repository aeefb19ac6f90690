import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followEvents, onLiveEvent, type LiveEvent } from '../api/live';

/** The queries that an event makes stale. */
function keysOf(event: LiveEvent): readonly (readonly string[])[] {
  const ofCase = event.caseNumber ? [['case', event.caseNumber]] : [];
  switch (event.kind) {
    case 'case':
      return [['cases'], ['case', event.caseNumber ?? event.id ?? '']];
    case 'task':
      return [['tasks'], ['task', event.id ?? ''], ...ofCase];
    case 'incident':
      return [['incidents'], ...ofCase];
    case 'bundle':
      return [['bundles'], ['bundle', event.id ?? '']];
  }
}

/** Several events of one step arrive together: each stale query is fetched once, a moment later. */
function createInvalidator(client: QueryClient): (event: LiveEvent) => void {
  const waiting = new Map<string, readonly string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (event) => {
    for (const key of keysOf(event)) waiting.set(key.join('/'), key);
    timer ??= setTimeout(() => {
      timer = undefined;
      const keys = [...waiting.values()];
      waiting.clear();
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    }, 250);
  };
}

/** Keeps everything on screen as the server has it, without reloads, while someone is signed in. */
export function useLiveUpdates(userId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!userId) return;
    const stopListening = onLiveEvent(createInvalidator(client));
    const stopFollowing = followEvents(() => void client.invalidateQueries());
    return () => {
      stopListening();
      stopFollowing();
    };
  }, [client, userId]);
}
