import { App } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../api/resources';
import type { Completion, TaskSummary, TaskView } from '../../api/types';
import { useTaskActions } from '../../hooks/use-tasks';
import { useLanguage } from '../../i18n/language';
import { dropDraft } from '../../lib/local-draft';

export const draftKeyOf = (task: TaskView): string => `task.${task.id}`;

/** What to do next: a task already claimed before one that waits. */
async function findNext(doneId: string): Promise<TaskSummary | undefined> {
  for (const filter of [{ state: 'claimed', mine: true }, { state: 'open' }]) {
    const { items } = await api.tasks(filter, undefined);
    const next = items.find((task) => task.id !== doneId);
    if (next) return next;
  }
  return undefined;
}

/** Hands in a decision and goes on to the next task. */
export function useDecision(task: TaskView) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { complete } = useTaskActions();

  const goOn = async (): Promise<void> => {
    const next = await findNext(task.id).catch(() => undefined);
    void message.info(t(next ? 'task.next' : 'task.noNext'));
    void navigate(next ? `/tasks/${next.id}` : '/queue', { replace: true });
  };
  const decide = (completion: Completion): void =>
    complete.mutate(
      { id: task.id, completion },
      {
        onSuccess: () => {
          dropDraft(draftKeyOf(task));
          void message.success(t('task.done', { action: t(`task.${completion.action}`) }));
          void goOn();
        },
      },
    );
  return { decide, isPending: complete.isPending, error: complete.error };
}
