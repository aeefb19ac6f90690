import { useState } from 'react';

/** Ids that joined a list after it was first shown; starts anew when `listKey` names another list. */
export function useArrivals(listKey: string, ids: readonly string[] | undefined): readonly string[] {
  const [known, setKnown] = useState<{ listKey: string; ids: ReadonlySet<string> }>();
  const [arrived, setArrived] = useState<readonly string[]>([]);
  if (!ids) return arrived;
  if (known?.listKey !== listKey) {
    setKnown({ listKey, ids: new Set(ids) });
    setArrived([]);
    return arrived;
  }
  const fresh = ids.filter((id) => !known.ids.has(id));
  if (fresh.length > 0) {
    setKnown({ listKey, ids: new Set([...known.ids, ...fresh]) });
    setArrived([...arrived, ...fresh]);
  }
  return arrived;
}
