import { App, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { TaskView } from '../../api/types';
import { LightTag } from '../../components/tags';
import { useErrorText } from '../../components/page-states';
import { useTaskActions } from '../../hooks/use-tasks';
import { useLanguage } from '../../i18n/language';
import { formatTime } from '../../lib/format';

export function TaskHead({ task, isMine }: { task: TaskView; isMine: boolean }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const { release } = useTaskActions();
  const giveBack = (): void =>
    release.mutate(task.id, {
      onSuccess: () => {
        void message.success(t('task.released'));
        void navigate('/queue');
      },
      onError: (error) => void message.warning(errorText(error)),
    });
  return (
    <header className="stack-tight">
      <Link to="/queue">← {t('queue.title')}</Link>
      <div className="row row-between">
        <div>
          <h1>{task.name}</h1>
          <p className="soft task-facts">
            <span>{task.applicantName}</span>
            <span>{task.bundleName}</span>
            <Link to={`/cases/${task.caseNumber}`} className="mono">
              {task.caseNumber}
            </Link>
          </p>
        </div>
        <div className="row">
          {task.dueAt && (
            <span className="soft">
              {t('queue.due')} {formatTime(task.dueAt, language)}
            </span>
          )}
          {task.state !== 'completed' && task.state !== 'canceled' && <LightTag light={task.light} />}
          {isMine && (
            <Button loading={release.isPending} onClick={giveBack}>
              {t('task.release')}
            </Button>
          )}
        </div>
      </div>
    </header>
  );
}
