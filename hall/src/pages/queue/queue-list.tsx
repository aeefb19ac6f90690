import { Button } from 'antd';
import type { TaskSummary } from '../../api/types';
import { LinkButton } from '../../components/link-button';
import { Notice, QueryContent } from '../../components/page-states';
import { TaskRow } from '../../components/task-row';
import type { useTasks } from '../../hooks/use-tasks';
import { useLanguage } from '../../i18n/language';
import { emptyTitle, type QueueTab } from './queue-tabs';

interface Props {
  query: ReturnType<typeof useTasks>;
  tab: QueueTab;
  tasks: readonly TaskSummary[];
  selectedId: string | undefined;
  arrived: readonly string[];
  claimingId: string | undefined;
  onClaim: (task: TaskSummary) => void;
}

export function QueueList({ query, tab, tasks, selectedId, arrived, claimingId, onClaim }: Props) {
  const { t } = useLanguage();
  const actionFor = (task: TaskSummary) => {
    if (task.state !== 'open') {
      return <LinkButton to={`/tasks/${task.id}`}>{t(tab === 'mine' ? 'queue.openTask' : 'queue.view')}</LinkButton>;
    }
    return (
      <Button
        type="primary"
        loading={claimingId === task.id}
        aria-label={`${t('queue.claim')} ${task.name} ${task.applicantName}`}
        onClick={() => onClaim(task)}
      >
        {t('queue.claim')}
      </Button>
    );
  };
  return (
    <QueryContent query={query} rows={8}>
      {() => {
        if (tasks.length === 0) return <Notice title={t(emptyTitle[tab])}>{t('queue.emptyHint')}</Notice>;
        return (
          <>
            <ul className="plain-list stack-tight" aria-live="polite">
              {tasks.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  selected={task.id === selectedId}
                  isNew={arrived.includes(task.id)}
                  action={actionFor(task)}
                />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('action.more')}
              </Button>
            )}
          </>
        );
      }}
    </QueryContent>
  );
}
