import { useQuery } from '@tanstack/react-query';
import { getBundle, getVersion, listBundles, listVersions } from '../api/modeler-api';

export const useBundles = () => useQuery({ queryKey: ['bundles'], queryFn: listBundles });

/** One bundle with its draft: read anew by each page, and not refreshed while a page works on it. */
export const useBundle = (id: string) =>
  useQuery({
    queryKey: ['bundle', id],
    queryFn: () => getBundle(id),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useVersions = (id: string) => useQuery({ queryKey: ['versions', id], queryFn: () => listVersions(id) });

/** A published version's process; it never changes. */
export const useVersion = (id: string, version: number | undefined) =>
  useQuery({
    queryKey: ['version', id, version],
    queryFn: () => getVersion(id, version ?? 0),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
