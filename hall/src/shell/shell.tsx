import { Suspense } from 'react';
import { Outlet, useNavigation } from 'react-router';
import { Loading } from '../components/page-states';
import { useLiveUpdates } from '../hooks/use-live-updates';
import { useSession } from '../hooks/use-session';
import { useLanguage } from '../i18n/language';
import { Banners } from './banners';
import { BottomNav, TopNav } from './nav';
import { SessionExpired } from './session-expired';
import { HeaderTools } from './header-tools';
import { Brand } from './brand';
import './shell.css';

/** What surrounds every page: head, navigation, banners, foot, and the dialog for a session that ran out. */
export function Shell() {
  const { t } = useLanguage();
  const { user } = useSession();
  const navigation = useNavigation();
  useLiveUpdates(user?.id);
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <header className="shell-head no-print">
        <div className="shell-head-inner">
          <Brand />
          <TopNav user={user} />
          <HeaderTools user={user} />
        </div>
        {navigation.state !== 'idle' && <div className="shell-progress" role="presentation" />}
      </header>
      <Banners signedIn={Boolean(user)} />
      <main id="content" className="shell-main" tabIndex={-1}>
        <Suspense fallback={<Loading rows={8} />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="shell-foot no-print">
        <p>
          {t('app.name')} · {t('app.motto')}
        </p>
        <p>{t('app.demoNote')}</p>
      </footer>
      <BottomNav user={user} />
      <SessionExpired user={user} />
    </div>
  );
}
