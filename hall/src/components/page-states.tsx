import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem, NetworkProblem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { KarstLine } from './karst';
import './page-states.css';

/** Grey lines where the content will be. */
export function Loading({ rows = 5, card = true }: { rows?: number; card?: boolean }) {
  const { t } = useLanguage();
  return (
    <div className={card ? 'card' : undefined} role="status" aria-busy="true">
      <span className="visually-hidden">{t('state.loading')}</span>
      <Skeleton active paragraph={{ rows }} />
    </div>
  );
}

interface NoticeProps {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A quiet full-width notice: nothing here yet, not found, not allowed. */
export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <section className="card notice">
      <KarstLine />
      <h2>{title}</h2>
      {children && <p className="soft">{children}</p>}
      {actions && <div className="row notice-actions">{actions}</div>}
    </section>
  );
}

/** What a person reads about an error: the server's own words, or what to do about the network. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useLanguage();
  return (error) => {
    if (error instanceof ApiProblem) return error.message;
    return error instanceof NetworkProblem ? t('error.network') : t('error.unexpected');
  };
}

/** An error with what to do and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useLanguage();
  const errorText = useErrorText();
  // Trying again cannot help where there is nothing, or nothing for this person.
  const isFinal = error instanceof ApiProblem && (error.status === 404 || error.status === 403);
  const requestId = error instanceof ApiProblem ? error.requestId : undefined;
  return (
    <section className="card notice notice-error" role="alert">
      <h2>{t('error.title')}</h2>
      <p>{errorText(error)}</p>
      {requestId && <p className="soft notice-id">{t('error.requestId', { id: requestId })}</p>}
      <div className="row notice-actions">
        {onRetry && !isFinal && (
          <Button type="primary" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
        {isFinal && <Button href="/">{t('error.toHome')}</Button>}
      </div>
    </section>
  );
}

interface QueryLike<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** Loading, failure or the content of one query; content already on screen stays there when a later reload fails. */
export function QueryContent<T>(props: { query: QueryLike<T>; rows?: number; children: (data: T) => ReactNode }) {
  const { query, rows, children } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading {...(rows === undefined ? {} : { rows })} />;
}
