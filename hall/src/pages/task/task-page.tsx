import { useParams } from 'react-router';
import type { TaskView } from '../../api/types';
import { FormSummary } from '../../components/form/form-summary';
import { QueryContent } from '../../components/page-states';
import { useBundle } from '../../hooks/use-bundles';
import { useSession } from '../../hooks/use-session';
import { useTask } from '../../hooks/use-tasks';
import { useTitle } from '../../hooks/use-title';
import { useLanguage } from '../../i18n/language';
import { DecisionPanel } from './decision-panel';
import { MaterialViewer } from './material-viewer';
import { TaskHead } from './task-head';
import { TaskStatus } from './task-status';
import './task.css';

function TaskContent({ task }: { task: TaskView }) {
  const { t } = useLanguage();
  const { user } = useSession();
  const bundle = useBundle(task.case.bundleId, task.case.bundleVersion);
  const startForm = bundle.data?.forms[bundle.data.startForm];
  const isMine = task.state === 'claimed' && task.assignee?.id === user?.id;
  return (
    <div className="stack task">
      <TaskHead task={task} isMine={isMine} />
      <div className="task-columns">
        <div className="stack">
          <section className="card stack-tight">
            <h2>{t('task.caseData')}</h2>
            <FormSummary schema={startForm} data={task.case.form} />
          </section>
          <section className="card stack-tight">
            <h2>{t('case.materials')}</h2>
            <MaterialViewer materials={task.case.materials} />
          </section>
        </div>
        <aside className="task-side">
          {isMine ? <DecisionPanel task={task} bundle={bundle.data} /> : <TaskStatus task={task} />}
        </aside>
      </div>
    </div>
  );
}

/** One task: what to judge on the left, the decision on the right (below on a phone). */
export default function TaskPage() {
  const { id = '' } = useParams();
  const query = useTask(id);
  useTitle(query.data?.name);
  return (
    <QueryContent query={query} rows={12}>
      {(task) => <TaskContent key={task.id} task={task} />}
    </QueryContent>
  );
}
