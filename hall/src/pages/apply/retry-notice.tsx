import { Button } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { NetworkProblem } from '../../api/problem';
import { useErrorText } from '../../components/page-states';
import { useLanguage } from '../../i18n/language';

const WAIT_S = [5, 10, 20, 40];

interface Props {
  attempt: number;
  error: unknown;
  onRetry: () => void;
}

/** Nothing is lost: it is tried again by itself, when the network is back, or now. */
export function RetryNotice({ attempt, error, onRetry }: Props) {
  const { t } = useLanguage();
  const errorText = useErrorText();
  const [left, setLeft] = useState(WAIT_S[Math.min(attempt - 1, WAIT_S.length - 1)] ?? 40);
  const retry = useEffectEvent(onRetry);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    const again = (): void => retry();
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, []);
  useEffect(() => {
    if (left === 0) retry();
  }, [left]);
  return (
    <section className="retry-notice" role="status">
      <h3>{t('apply.networkTitle')}</h3>
      {!(error instanceof NetworkProblem) && <p>{errorText(error)}</p>}
      <p>{t('apply.networkNote')}</p>
      <div className="row">
        <Button type="primary" onClick={onRetry}>
          {t('action.retry')}
        </Button>
        <span className="soft">{t('apply.networkNext', { n: left })}</span>
      </div>
    </section>
  );
}
