import { App, Button } from 'antd';
import type { Bundle } from '../../api/types';
import { KarstLine } from '../../components/karst';
import { LinkButton } from '../../components/link-button';
import { useLanguage } from '../../i18n/language';

/** Submitted: the number to keep, and what comes next. */
export function DoneView({ bundle, caseNumber }: { bundle: Bundle; caseNumber: string }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const departments = [...new Set(bundle.items.map((item) => bundle.departments[item.department]?.name ?? ''))];
  const copy = (): void => {
    void navigator.clipboard?.writeText(caseNumber).then(() => message.success(t('action.copied')));
  };
  return (
    <section className="card stack apply-done" role="status">
      <KarstLine />
      <h1>{t('apply.done')}</h1>
      <div className="apply-number">
        <span className="soft">{t('apply.number')}</span>
        <strong className="mono">{caseNumber}</strong>
        <Button size="small" onClick={copy}>
          {t('action.copy')}
        </Button>
      </div>
      <p>{t('apply.doneNote')}</p>
      <div>
        <h2>{t('apply.whatNext')}</h2>
        <ol className="apply-next">
          <li>{t('apply.next1')}</li>
          <li>{t('apply.next2', { departments: departments.join('、') })}</li>
          <li>{t('apply.next3', { n: bundle.limits.promisedWorkingDays })}</li>
        </ol>
      </div>
      <div className="row">
        <LinkButton to={`/cases/${caseNumber}`} type="primary" size="large">
          {t('apply.follow')}
        </LinkButton>
        <LinkButton to="/" size="large">
          {t('apply.another')}
        </LinkButton>
      </div>
    </section>
  );
}
