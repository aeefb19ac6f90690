import { Button } from 'antd';
import type { ApiProblem } from '../../api/problem';
import type { Bundle, CaseView, FormSchema, SubmitInput } from '../../api/types';
import { FormSummary } from '../../components/form/form-summary';
import { FileTile } from '../../components/material/file-tile';
import { useSession } from '../../hooks/use-session';
import { useLanguage } from '../../i18n/language';
import { neededMaterials } from './required-materials';
import { RetryNotice } from './retry-notice';
import { submitInput } from './submit-input';
import type { ApplicationState } from './use-application';
import { useSubmission } from './use-submission';

interface Props {
  bundle: Bundle;
  schema: FormSchema;
  state: ApplicationState;
  onDone: (submitted: CaseView) => void;
}

function HandedIn({ bundle, state }: { bundle: Bundle; state: ApplicationState }) {
  const { t } = useLanguage();
  const { files, form } = state.application;
  return (
    <div className="material-grid">
      {neededMaterials(bundle.materials, form).map(({ material }) => (
        <section key={material.id} className="stack-tight" aria-label={material.name}>
          <h3>{material.name}</h3>
          {(files[material.id] ?? []).map((file) => (
            <FileTile key={file.id} file={file} />
          ))}
          {!files[material.id]?.length && <p className="soft">{t('material.none')}</p>}
        </section>
      ))}
    </div>
  );
}

function Refusal({ problem, onBack }: { problem: ApiProblem; onBack: () => void }) {
  const { t } = useLanguage();
  return (
    <div className="form-error" role="alert">
      <p>
        <strong>{t('apply.refused')}</strong>：{problem.status === 422 ? t('apply.duplicate') : problem.message}
      </p>
      <ul>
        {problem.errors.map((error) => (
          <li key={error.path}>{error.message}</li>
        ))}
      </ul>
      <Button onClick={onBack}>{t('apply.toForm')}</Button>
    </div>
  );
}

/** Everything once more to read, then one button. */
export function ReviewStep({ bundle, schema, state, onDone }: Props) {
  const { t } = useLanguage();
  const { user } = useSession();
  const { submission, send } = useSubmission({
    onDone,
    onRefused: (problem) => {
      state.setProblems(problem.errors);
      if (problem.status !== 422) state.renewKey();
    },
  });
  const input: SubmitInput = submitInput(bundle, state.application, user?.role);
  const submit = (): void => send(input, state.application.idempotencyKey);
  const busy = submission.phase === 'sending';
  return (
    <section className="stack">
      <p className="soft">{t('apply.reviewHint')}</p>
      <div className="card stack">
        <div className="row row-between">
          <h2>{t('case.form')}</h2>
          <Button onClick={() => state.goTo(0)}>{t('action.edit')}</Button>
        </div>
        <FormSummary schema={schema} data={state.application.form} />
      </div>
      <div className="card stack">
        <div className="row row-between">
          <h2>{t('case.materials')}</h2>
          <Button onClick={() => state.goTo(1)}>{t('action.edit')}</Button>
        </div>
        <HandedIn bundle={bundle} state={state} />
      </div>
      {submission.phase === 'refused' && <Refusal problem={submission.error} onBack={() => state.goTo(0)} />}
      {submission.phase === 'waiting' && (
        <RetryNotice key={submission.attempt} attempt={submission.attempt} error={submission.error} onRetry={submit} />
      )}
      <div className="apply-actions">
        <Button size="large" disabled={busy} onClick={() => state.goTo(1)}>
          {t('action.previous')}
        </Button>
        <Button type="primary" size="large" loading={busy} onClick={submit}>
          {t(busy ? 'apply.submitting' : 'apply.submit')}
        </Button>
      </div>
    </section>
  );
}
