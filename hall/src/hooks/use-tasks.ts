import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type TaskFilter } from '../api/resources';
import type { Completion, TaskView } from '../api/types';

export const useTasks = (filter: TaskFilter, enabled = true) =>
  useInfiniteQuery({
    queryKey: ['tasks', filter],
    queryFn: ({ pageParam, signal }) => api.tasks(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled,
  });

export const useTask = (id: string) =>
  useQuery({ queryKey: ['task', id], queryFn: ({ signal }) => api.task(id, signal) });

/** Claiming, giving back and deciding; each answer is the task as it now stands. */
export function useTaskActions() {
  const client = useQueryClient();
  const onSuccess = (task: TaskView): void => {
    client.setQueryData(['task', task.id], task);
    void client.invalidateQueries({ queryKey: ['tasks'] });
    void client.invalidateQueries({ queryKey: ['case', task.caseNumber] });
  };
  const claim = useMutation({ mutationFn: api.claim, onSuccess });
  const release = useMutation({ mutationFn: api.release, onSuccess });
  const complete = useMutation({
    mutationFn: (input: { id: string; completion: Completion }) => api.complete(input.id, input.completion),
    onSuccess,
  });
  return { claim, release, complete };
}
