import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/problem';
import type { Bundle, Completion, FormData, TaskAction, TaskView } from '../../api/types';
import type { FormHandle } from '../../components/form/form-handle';
import { FormView } from '../../components/form/form-view';
import { useErrorText } from '../../components/page-states';
import { useLanguage } from '../../i18n/language';
import { readDraft, writeDraft } from '../../lib/local-draft';
import { ApproveDialog } from './approve-dialog';
import { CorrectDialog } from './correct-dialog';
import { DecisionButtons } from './decision-buttons';
import { RefuseDialog } from './refuse-dialog';
import { draftKeyOf, useDecision } from './use-decision';

interface Props {
  task: TaskView;
  bundle: Bundle | undefined;
}

const SAVE_AFTER_MS = 500;

/** What was entered is kept on this device until it is handed in. */
function useDecisionDraft(task: TaskView) {
  const [start] = useState<FormData>(() => readDraft<FormData>(draftKeyOf(task))?.value ?? task.data ?? {});
  const [entered, setEntered] = useState<FormData>();
  const enter = (now: FormData): void => {
    // The form also reports what it starts with.
    if (JSON.stringify(now) !== JSON.stringify(entered ?? start)) setEntered(now);
  };
  useEffect(() => {
    if (!entered) return;
    const timer = setTimeout(() => writeDraft(draftKeyOf(task), entered), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [entered, task]);
  return { start, enter, isKept: entered !== undefined };
}

/** The step's form with its three ways out; every one is confirmed. */
export function DecisionPanel({ task, bundle }: Props) {
  const { t } = useLanguage();
  const errorText = useErrorText();
  const form = useRef<FormHandle>(null);
  const { start, enter, isKept } = useDecisionDraft(task);
  const [asking, setAsking] = useState<TaskAction>();
  const [data, setData] = useState<FormData>({});
  const [errorCount, setErrorCount] = useState(0);
  const { decide, isPending, error } = useDecision(task);

  const choose = (action: TaskAction): void => {
    if (action !== 'complete') return setAsking(action);
    const result = form.current?.submit() ?? { data: {}, errorCount: 0 };
    setErrorCount(result.errorCount);
    if (result.errorCount > 0) return form.current?.focusFirstError();
    setData(result.data);
    setAsking('complete');
  };
  const close = (): void => setAsking(undefined);
  const send = (completion: Completion): void => {
    close();
    decide(completion);
  };
  const problems = error instanceof ApiProblem ? error.errors : undefined;
  return (
    <section className="card stack task-decision">
      <h2>{t('task.decision')}</h2>
      {task.form && <FormView schema={task.form} data={start} problems={problems} onChange={enter} handle={form} />}
      {isKept && <p className="soft task-draft">{t('task.draft')}</p>}
      {errorCount > 0 && (
        <p className="form-error" role="alert">
          {t('apply.formErrors', { n: errorCount })}
        </p>
      )}
      {error && (
        <div className="form-error" role="alert">
          <p>{errorText(error)}</p>
          {problems?.map((problem) => (
            <p key={problem.path}>{problem.message}</p>
          ))}
        </div>
      )}
      <DecisionButtons actions={task.actions} busy={isPending} onChoose={choose} />
      <ApproveDialog
        open={asking === 'complete'}
        word={t(task.actions.length === 1 ? 'own.submit' : 'task.complete')}
        onClose={close}
        onSend={() => send({ action: 'complete', data })}
      />
      <RefuseDialog
        open={asking === 'refuse'}
        onClose={close}
        onSend={(reason) => send({ action: 'refuse', data: {}, reason })}
      />
      <CorrectDialog
        open={asking === 'correct'}
        bundle={bundle}
        onClose={close}
        onSend={(missing) => send({ action: 'correct', data: {}, missing })}
      />
    </section>
  );
}
