import {
  AlertOutlined,
  BranchesOutlined,
  FileSearchOutlined,
  HomeOutlined,
  InboxOutlined,
  ProfileOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { SessionUser } from '../api/types';
import { drawsProcesses, hasQueue, seesIncidents } from '../hooks/use-session';
import { useTasks } from '../hooks/use-tasks';
import { useLanguage } from '../i18n/language';
import type { TextKey } from '../i18n/texts';

interface Entry {
  to: string;
  text: TextKey;
  icon: ReactNode;
  /** Another application on the same server: a plain link. */
  outside?: boolean;
}

/** What each role finds in the navigation, most used first. */
function entriesFor(user: SessionUser | null | undefined): Entry[] {
  const role = user?.role;
  const staff = Boolean(role) && role !== 'applicant';
  const entries: Entry[] = [{ to: '/', text: staff ? 'nav.work' : 'nav.home', icon: <HomeOutlined /> }];
  if (hasQueue(role)) entries.push({ to: '/queue', text: 'nav.queue', icon: <InboxOutlined /> });
  if (role === 'applicant') entries.push({ to: '/cases', text: 'nav.myCases', icon: <ProfileOutlined /> });
  if (staff && role !== 'analyst') entries.push({ to: '/cases', text: 'nav.cases', icon: <FileSearchOutlined /> });
  if (seesIncidents(role)) entries.push({ to: '/incidents', text: 'nav.incidents', icon: <AlertOutlined /> });
  if (drawsProcesses(role)) {
    entries.push({ to: '/modeler/', text: 'nav.modeler', icon: <BranchesOutlined />, outside: true });
  }
  return entries;
}

/** How many tasks wait to be claimed, live. */
function OpenCount() {
  const { t } = useLanguage();
  const query = useTasks({ state: 'open' });
  const count = query.data?.pages[0]?.counts.open ?? 0;
  if (count === 0) return null;
  return (
    <span className="nav-count" aria-label={`${t('queue.open')} ${count}`}>
      {count > 99 ? '99+' : count}
    </span>
  );
}

function NavEntry({ entry, className }: { entry: Entry; className: string }) {
  const { t } = useLanguage();
  const content = (
    <>
      <span aria-hidden="true">{entry.icon}</span>
      <span>{t(entry.text)}</span>
      {entry.to === '/queue' && <OpenCount />}
    </>
  );
  if (entry.outside) {
    return (
      <a className={className} href={entry.to}>
        {content}
      </a>
    );
  }
  return (
    <NavLink className={className} to={entry.to} end={entry.to === '/'}>
      {content}
    </NavLink>
  );
}

export function TopNav({ user }: { user: SessionUser | null | undefined }) {
  const { t } = useLanguage();
  return (
    <nav className="top-nav" aria-label={t('nav.main')}>
      {entriesFor(user).map((entry) => (
        <NavEntry key={entry.to} entry={entry} className="top-nav-link" />
      ))}
    </nav>
  );
}

/** The same within thumb's reach on a phone. */
export function BottomNav({ user }: { user: SessionUser | null | undefined }) {
  const { t } = useLanguage();
  const entries = entriesFor(user);
  if (entries.length < 2) return null;
  return (
    <nav className="bottom-nav no-print" aria-label={t('nav.main')}>
      {entries.map((entry) => (
        <NavEntry key={entry.to} entry={entry} className="bottom-nav-link" />
      ))}
    </nav>
  );
}
