import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TaskSummary } from '../api/types';
import { useNow } from '../hooks/use-now';
import { useLanguage } from '../i18n/language';
import { formatRelative, formatTime } from '../lib/format';
import { LightTag } from './tags';
import './task-row.css';

interface Props {
  task: TaskSummary;
  selected?: boolean;
  /** Just came in. */
  isNew?: boolean;
  action?: ReactNode;
}

/** One task: what, for whom, how urgent, and what can be done with it. */
export function TaskRow({ task, selected = false, isNew = false, action }: Props) {
  const { t, language } = useLanguage();
  const now = useNow();
  return (
    <li
      id={`task-${task.id}`}
      className={`card task-row ${selected ? 'task-row-selected' : ''} ${isNew ? 'task-row-new' : ''}`}
      aria-current={selected || undefined}
    >
      <div>
        <Link to={`/tasks/${task.id}`} className="task-row-link">
          {task.name}
        </Link>
        <p>
          {task.applicantName}
          <span className="soft"> · {task.bundleName}</span>
        </p>
        <p className="soft task-row-small">
          <span className="mono">{task.caseNumber}</span> · {formatRelative(task.createdAt, language, now)}
          {task.dueAt && (
            <>
              {' · '}
              {t('queue.due')} {formatTime(task.dueAt, language)}
            </>
          )}
          {task.assignee && <> · {task.assignee.displayName}</>}
        </p>
      </div>
      <div className="row task-row-side">
        {task.state !== 'completed' && <LightTag light={task.light} />}
        {action}
      </div>
    </li>
  );
}
