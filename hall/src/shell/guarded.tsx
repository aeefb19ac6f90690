import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { Role } from '../api/types';
import { LinkButton } from '../components/link-button';
import { Failure, Loading, Notice } from '../components/page-states';
import { useSession } from '../hooks/use-session';
import { useLanguage } from '../i18n/language';

/** Lets in who may see the page; guests sign in first and come back. */
export function Guarded({ roles, children }: { roles: readonly Role[]; children: ReactNode }) {
  const { t } = useLanguage();
  const location = useLocation();
  const session = useSession();
  if (session.user === undefined) {
    return session.error ? (
      <Failure error={session.error} onRetry={() => void session.refetch()} />
    ) : (
      <Loading rows={8} />
    );
  }
  if (session.user === null) {
    return <Navigate to={`/signin?next=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  if (roles.length > 0 && !roles.includes(session.user.role)) {
    const home = <LinkButton to="/">{t('error.toHome')}</LinkButton>;
    return (
      <Notice title={t('error.forbidden')} actions={home}>
        {t('error.forbiddenHint')}
      </Notice>
    );
  }
  return children;
}
