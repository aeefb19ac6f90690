import { Button } from 'antd';
import { useRef, useState } from 'react';
import { ApiProblem } from '../../api/problem';
import type { TaskView } from '../../api/types';
import type { FormHandle } from '../../components/form/form-handle';
import { FormView } from '../../components/form/form-view';
import { QueryContent, useErrorText } from '../../components/page-states';
import { useBundle } from '../../hooks/use-bundles';
import { useTask, useTaskActions } from '../../hooks/use-tasks';
import { useLanguage } from '../../i18n/language';

const EMPTY = {};

function OwnTaskForm({ task, secretFields }: { task: TaskView; secretFields: readonly string[] }) {
  const { t } = useLanguage();
  const errorText = useErrorText();
  const form = useRef<FormHandle>(null);
  const { complete } = useTaskActions();
  const [unplaced, setUnplaced] = useState<readonly string[]>([]);
  const submit = (): void => {
    const result = form.current?.submit();
    if (!result) return;
    if (result.errorCount > 0) return form.current?.focusFirstError();
    setUnplaced([]);
    complete.mutate(
      { id: task.id, completion: { action: 'complete', data: result.data } },
      {
        onError: (error) => {
          if (!(error instanceof ApiProblem)) return;
          const homeless = form.current?.showErrors(error.errors) ?? [];
          setUnplaced(homeless.map((problem) => problem.message));
          form.current?.focusFirstError();
        },
      },
    );
  };
  return (
    <>
      {secretFields.length > 0 && <p className="soft">{t('own.secret')}</p>}
      {task.form && <FormView schema={task.form} data={task.data ?? EMPTY} secretFields={secretFields} handle={form} />}
      {complete.error && (
        <div className="form-error" role="alert">
          <p>{errorText(complete.error)}</p>
          {unplaced.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      <div className="row">
        <Button type="primary" size="large" loading={complete.isPending} onClick={submit}>
          {t('own.submit')}
        </Button>
      </div>
    </>
  );
}

/** A step that only the applicant can do (setting a PIN), done right on the case's page. */
export function OwnTask({ id, name }: { id: string; name: string }) {
  const { t } = useLanguage();
  const query = useTask(id);
  const bundle = useBundle(query.data?.case.bundleId, query.data?.case.bundleVersion);
  const secretFields = bundle.data?.tasks[query.data?.elementId ?? '']?.secretFields;
  return (
    <section className="card stack ask" aria-label={name}>
      <h2>{t('own.title', { name })}</h2>
      <QueryContent query={query} rows={3}>
        {(task) => bundle.data && <OwnTaskForm task={task} secretFields={secretFields ?? []} />}
      </QueryContent>
    </section>
  );
}
