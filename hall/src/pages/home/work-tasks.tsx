import type { TaskSummary } from '../../api/types';
import { LinkButton } from '../../components/link-button';
import { Notice, QueryContent } from '../../components/page-states';
import { TaskRow } from '../../components/task-row';
import { useTasks } from '../../hooks/use-tasks';
import { useLanguage } from '../../i18n/language';

function Group({ title, tasks }: { title: string; tasks: TaskSummary[] }) {
  if (tasks.length === 0) return null;
  return (
    <section className="stack-tight">
      <h2>{title}</h2>
      <ul className="plain-list stack-tight">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </section>
  );
}

/** A worker's own tasks first, then what waits to be claimed. */
export function WorkTasks() {
  const { t } = useLanguage();
  const mine = useTasks({ mine: true, state: 'claimed' });
  const open = useTasks({ state: 'open' });
  return (
    <QueryContent query={open}>
      {(pages) => {
        const waiting = pages.pages[0];
        const own = mine.data?.pages[0]?.items ?? [];
        const counts = waiting?.counts;
        if (!waiting || (waiting.items.length === 0 && own.length === 0)) {
          return <Notice title={t('work.nothing')}>{t('work.nothingHint')}</Notice>;
        }
        return (
          <div className="stack">
            <div className="row row-between">
              <p>
                {t('work.summary', { open: counts?.open ?? waiting.items.length, mine: counts?.mine ?? own.length })}
              </p>
              <LinkButton to="/queue" type="primary">
                {t('work.allTasks')}
              </LinkButton>
            </div>
            <Group title={t('work.mineNext')} tasks={own.slice(0, 3)} />
            <Group title={t('work.openNext')} tasks={waiting.items.slice(0, 5)} />
          </div>
        );
      }}
    </QueryContent>
  );
}
