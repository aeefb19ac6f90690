import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Lists follow what colleagues do: the server tells of each change of a bundle or its draft. The editor itself is left alone. */
export function useBundleEvents(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const events = new EventSource('/api/events');
    events.addEventListener('bundle', () => {
      void queries.invalidateQueries({ queryKey: ['bundles'] });
      void queries.invalidateQueries({ queryKey: ['versions'] });
    });
    return () => events.close();
  }, [queries]);
}
