import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { TaskSummary } from '../../api/types';
import { useErrorText } from '../../components/page-states';
import { useArrivals } from '../../hooks/use-arrivals';
import { useKeys } from '../../hooks/use-keys';
import { useStoredState } from '../../hooks/use-stored-state';
import { useTaskActions, useTasks } from '../../hooks/use-tasks';
import { useTitle } from '../../hooks/use-title';
import { useLanguage } from '../../i18n/language';
import { QueueHead } from './queue-head';
import { QueueList } from './queue-list';
import { filterOf, type QueueTab } from './queue-tabs';
import './queue.css';

/** The department's (or window's) queue: claim with a button or the keyboard; new tasks come in by themselves. */
export default function QueuePage() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [tab, setTab] = useStoredState<QueueTab>('queue.tab', 'open');
  const [urgent, setUrgent] = useStoredState<'' | 'yes'>('queue.urgent', '');
  const [selected, setSelected] = useState(0);
  const query = useTasks(filterOf(tab));
  const { claim } = useTaskActions();
  useTitle(t('queue.title'));

  const all = query.data?.pages.flatMap((page) => page.items);
  const tasks = all?.filter((task) => !urgent || task.light !== 'green') ?? [];
  const arrived = useArrivals(
    tab,
    all?.map((task) => task.id),
  );
  const index = Math.min(selected, Math.max(0, tasks.length - 1));
  const current: TaskSummary | undefined = tasks[index];

  useEffect(() => {
    if (arrived.length > 0 && tab === 'open') {
      void message.info({ key: 'arrived', content: t('queue.arrived', { n: arrived.length }) });
    }
  }, [arrived, tab, message, t]);

  const open = (task: TaskSummary): void => void navigate(`/tasks/${task.id}`);
  const take = (task: TaskSummary): void =>
    claim.mutate(task.id, {
      onSuccess: () => {
        void message.success(t('queue.claimed', { name: task.name }));
        open(task);
      },
      onError: (error) => void message.warning(errorText(error)),
    });
  const move = (by: number): void => {
    const next = Math.max(0, Math.min(tasks.length - 1, index + by));
    setSelected(next);
    document.getElementById(`task-${tasks[next]?.id ?? ''}`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => current && open(current),
    c: () => current?.state === 'open' && take(current),
  });
  const change = (next: QueueTab): void => {
    setTab(next);
    setSelected(0);
  };
  return (
    <div className="stack">
      <QueueHead
        tab={tab}
        onTab={change}
        counts={query.data?.pages[0]?.counts}
        urgent={urgent === 'yes'}
        onUrgent={(on) => setUrgent(on ? 'yes' : '')}
      />
      <QueueList
        query={query}
        tab={tab}
        tasks={tasks}
        selectedId={current?.id}
        arrived={arrived}
        claimingId={claim.isPending ? claim.variables : undefined}
        onClaim={take}
      />
    </div>
  );
}
