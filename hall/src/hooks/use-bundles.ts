import { useQuery } from '@tanstack/react-query';
import { api } from '../api/resources';

export const useBundles = () =>
  useQuery({ queryKey: ['bundles'], queryFn: ({ signal }) => api.bundles(signal), staleTime: 60_000 });

/** The newest version, or the one a case runs on. */
export const useBundle = (id: string | undefined, version?: string | number) =>
  useQuery({
    queryKey: ['bundle', id ?? '', version ?? 'newest'],
    queryFn: ({ signal }) => api.bundle(id ?? '', version, signal),
    enabled: Boolean(id),
    staleTime: 60_000,
  });
