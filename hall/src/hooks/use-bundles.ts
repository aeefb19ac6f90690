import { useQuery } from '@tanstack/react-query';
import { api } from '../api/resources';

export const useBundles = () =>
  useQuery({ queryKey: ['bundles'], queryFn: ({ signal }) => api.bundles(signal), staleTime: 60_000 });

export const useBundle = (id: string | undefined) =>
  useQuery({
    queryKey: ['bundle', id ?? ''],
    queryFn: ({ signal }) => api.bundle(id ?? '', signal),
    enabled: Boolean(id),
    staleTime: 60_000,
  });
