import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { FormHandle } from '../../components/form/form-handle';
import { FormView } from '../../components/form/form-view';
import type { FormSchema } from '../../api/types';
import { useSession } from '../../hooks/use-session';
import { useLanguage } from '../../i18n/language';
import type { ApplicationState } from './use-application';

/** The one application form. */
export function FormStep({ schema, state }: { schema: FormSchema; state: ApplicationState }) {
  const { t } = useLanguage();
  const { user } = useSession();
  const form = useRef<FormHandle>(null);
  const [errorCount, setErrorCount] = useState(0);
  const next = (): void => {
    const result = form.current?.submit();
    if (!result) return;
    setErrorCount(result.errorCount);
    if (result.errorCount > 0) return form.current?.focusFirstError();
    state.setProblems([]);
    state.setForm(result.data);
    state.goTo(1);
  };
  return (
    <section className="card stack">
      {user?.role === 'clerk' && (
        <p className="apply-clerk">
          <strong>{t('apply.channelWindow', { name: user.displayName })}</strong> {t('apply.applicantNote')}
        </p>
      )}
      <FormView
        schema={schema}
        data={state.application.form}
        problems={state.problems}
        onChange={state.setForm}
        handle={form}
      />
      {errorCount > 0 && (
        <p className="form-error" role="alert">
          {t('apply.formErrors', { n: errorCount })}
        </p>
      )}
      <div className="apply-actions">
        <Button type="primary" size="large" onClick={next}>
          {t('action.next')}
        </Button>
      </div>
    </section>
  );
}
