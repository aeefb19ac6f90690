import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, type CaseFilter } from '../api/resources';

export const useCases = (filter: CaseFilter) =>
  useInfiniteQuery({
    queryKey: ['cases', filter],
    queryFn: ({ pageParam, signal }) => api.cases(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });

export const useCase = (no: string) =>
  useQuery({ queryKey: ['case', no], queryFn: ({ signal }) => api.case(no, signal) });

export const useTimeline = (no: string) =>
  useQuery({ queryKey: ['case', no, 'timeline'], queryFn: ({ signal }) => api.timeline(no, signal) });

export const useDiagram = (no: string) =>
  useQuery({ queryKey: ['case', no, 'diagram'], queryFn: ({ signal }) => api.diagram(no, signal) });
