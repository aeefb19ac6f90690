import { App, Button } from 'antd';
import type { CaseView } from '../../api/types';
import { LightTag, ResultTag, StateTag } from '../../components/tags';
import { useSession } from '../../hooks/use-session';
import { useLanguage } from '../../i18n/language';
import type { TextKey } from '../../i18n/texts';
import { hasEnded } from '../../lib/case-state';
import { formatDay, formatTime } from '../../lib/format';
import { WithdrawButton } from './withdraw-button';

/** How it ended, in one sentence, and in which colour. */
function endOf(view: CaseView): { text: TextKey; style: string } | undefined {
  if (view.state === 'withdrawn') return { text: 'case.withdrawnNote', style: 'case-end-plain' };
  if (!hasEnded(view.state)) return undefined;
  if (view.result === 'granted') return { text: 'case.finishedGood', style: 'case-end-good' };
  if (view.result === 'partly-granted') return { text: 'case.finishedPartly', style: 'case-end-partly' };
  return { text: 'case.finishedBad', style: 'case-end-bad' };
}

function Facts({ view }: { view: CaseView }) {
  const { t, label, language } = useLanguage();
  return (
    <p className="soft case-facts">
      <span>{t('case.submitted', { time: formatTime(view.submittedAt, language) })}</span>
      {!hasEnded(view.state) && view.limits.promisedDueAt && (
        <span>{t('case.due', { time: formatDay(view.limits.promisedDueAt, language) })}</span>
      )}
      <span>
        {t('case.applicant')} {view.applicant.name}
      </span>
      <span>
        {t('case.channel')} {label('channel', view.channel)}
      </span>
      {view.delivery?.trackingNumber && <span>{t('case.tracking', { no: view.delivery.trackingNumber })}</span>}
    </p>
  );
}

/** Number, state, limit, and the way out. */
export function CaseHeader({ view }: { view: CaseView }) {
  const { t } = useLanguage();
  const { user } = useSession();
  const { message } = App.useApp();
  const end = endOf(view);
  const copy = (): void => {
    void navigator.clipboard?.writeText(view.caseNumber).then(() => message.success(t('action.copied')));
  };
  return (
    <header className={`card case-header case-header-${view.limits.light}`}>
      <div className="row row-between">
        <div className="row case-tags">
          <StateTag state={view.state} />
          {hasEnded(view.state) ? <ResultTag result={view.result} /> : <LightTag light={view.limits.light} />}
        </div>
        {view.allowed.includes('withdraw') && user && <WithdrawButton caseNumber={view.caseNumber} />}
      </div>
      <h1>{view.bundleName}</h1>
      <p className="row">
        <strong className="mono case-number">{view.caseNumber}</strong>
        <Button size="small" onClick={copy}>
          {t('action.copy')}
        </Button>
      </p>
      <Facts view={view} />
      {end && <p className={`case-end ${end.style}`}>{t(end.text)}</p>}
    </header>
  );
}
