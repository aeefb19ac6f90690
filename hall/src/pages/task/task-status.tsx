import { App, Button } from 'antd';
import type { TaskView } from '../../api/types';
import { FormSummary } from '../../components/form/form-summary';
import { LinkButton } from '../../components/link-button';
import { useErrorText } from '../../components/page-states';
import { useKeys } from '../../hooks/use-keys';
import { useTaskActions } from '../../hooks/use-tasks';
import { useLanguage } from '../../i18n/language';
import { formatTime } from '../../lib/format';
import { taskReason } from './task-texts';

function Closed({ task }: { task: TaskView }) {
  const { t, language } = useLanguage();
  const { outcome } = task;
  return (
    <section className="card stack-tight" role="status">
      <h2>{t(task.state === 'canceled' ? 'task.canceled' : 'task.closed')}</h2>
      {outcome && (
        <>
          <p>
            <strong>{t(`task.${outcome.action}`)}</strong>
            <span className="soft">
              {' '}
              · {outcome.by} · {formatTime(outcome.at, language)}
            </span>
          </p>
          {outcome.reason && <p>{outcome.reason}</p>}
          {task.form && <FormSummary schema={task.form} data={task.data ?? {}} />}
        </>
      )}
      <p className="soft">{t('task.closedNote')}</p>
      <div>
        <LinkButton to="/queue" type="primary">
          {t('queue.title')}
        </LinkButton>
      </div>
    </section>
  );
}

/** Why this person cannot decide right now, and what can be done about it. */
export function TaskStatus({ task }: { task: TaskView }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const { claim } = useTaskActions();
  const isOpen = task.state === 'open';
  const take = (): void => claim.mutate(task.id, { onError: (error) => void message.warning(errorText(error)) });
  useKeys({ c: take }, isOpen);
  if (task.state === 'completed' || task.state === 'canceled') return <Closed task={task} />;
  const reason = taskReason(task);
  return (
    <section className="card stack-tight" role="status">
      <h2>{t(reason.title, { name: task.assignee?.displayName ?? '' })}</h2>
      <p className="soft">{t(reason.note)}</p>
      {isOpen && (
        <Button type="primary" size="large" loading={claim.isPending} onClick={take}>
          {t('queue.claim')} <kbd className="task-key">C</kbd>
        </Button>
      )}
    </section>
  );
}
