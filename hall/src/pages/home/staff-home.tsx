import type { SessionUser } from '../../api/types';
import { drawsProcesses, hasQueue, seesIncidents } from '../../hooks/use-session';
import { useTitle } from '../../hooks/use-title';
import { useLanguage } from '../../i18n/language';
import { FilingLinks, IncidentCard, StudioCard } from './staff-side';
import { WatchedCases } from './watched-cases';
import { WorkTasks } from './work-tasks';
import './home.css';

/** What waits for this person, first; everything else beside it. */
export function StaffHome({ user }: { user: SessionUser }) {
  const { t, label } = useLanguage();
  useTitle(t('nav.work'));
  return (
    <div className="stack home">
      <header>
        <h1>{t('work.hello', { name: user.displayName })}</h1>
        <p className="soft">{label('role', user.role)}</p>
      </header>
      <div className="work-columns">
        <div className="stack">
          {hasQueue(user.role) && <WorkTasks />}
          {seesIncidents(user.role) && <WatchedCases />}
          {user.role === 'analyst' && <StudioCard />}
        </div>
        <aside className="stack">
          {user.role === 'clerk' && <FilingLinks />}
          {seesIncidents(user.role) && <IncidentCard />}
          {drawsProcesses(user.role) && user.role !== 'analyst' && <StudioCard />}
        </aside>
      </div>
    </div>
  );
}
