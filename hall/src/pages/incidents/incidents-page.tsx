import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/resources';
import type { Incident } from '../../api/types';
import { Notice, QueryContent, useErrorText } from '../../components/page-states';
import { useNow } from '../../hooks/use-now';
import { useSession } from '../../hooks/use-session';
import { useTitle } from '../../hooks/use-title';
import { useLanguage } from '../../i18n/language';
import { formatRelative, formatTime } from '../../lib/format';
import './incidents.css';

function IncidentRow({ incident, mayRetry }: { incident: Incident; mayRetry: boolean }) {
  const { t, language } = useLanguage();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const now = useNow();
  const retry = useMutation({
    mutationFn: () => api.resolveIncident(incident.key),
    onSuccess: () => {
      void message.success(t('incident.retried'));
      void client.invalidateQueries({ queryKey: ['incidents'] });
    },
  });
  return (
    <li className="card incident">
      <div className="stack-tight">
        <h2>{incident.elementName ?? incident.elementId}</h2>
        <p className="incident-message">{incident.message}</p>
        <p className="soft">
          {incident.bundleName}
          {incident.caseNumber && (
            <>
              {' · '}
              <Link to={`/cases/${incident.caseNumber}`} className="mono">
                {incident.caseNumber}
              </Link>
            </>
          )}
        </p>
        <p className="soft" title={formatTime(incident.since, language)}>
          {t('incident.since', { time: formatRelative(incident.since, language, now) })}
        </p>
        {retry.error && (
          <p className="form-error" role="alert">
            {errorText(retry.error)}
          </p>
        )}
      </div>
      {mayRetry && (
        <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate()}>
          {t('incident.retry')}
        </Button>
      )}
    </li>
  );
}

/** Steps that stand still after their retries: why, since when, and setting them going again. */
export default function IncidentsPage() {
  const { t } = useLanguage();
  const { user } = useSession();
  const query = useQuery({ queryKey: ['incidents'], queryFn: ({ signal }) => api.incidents(signal) });
  const isAdministrator = user?.role === 'administrator';
  useTitle(t('incident.title'));
  return (
    <div className="stack">
      <header>
        <h1>{t('incident.title')}</h1>
        <p className="soft">
          {t('incident.lead')} {!isAdministrator && t('incident.readOnly')}
        </p>
      </header>
      <QueryContent query={query}>
        {({ items }) => {
          if (items.length === 0) return <Notice title={t('incident.none')}>{t('incident.noneHint')}</Notice>;
          return (
            <ul className="plain-list stack-tight">
              {items.map((incident) => (
                <IncidentRow key={incident.key} incident={incident} mayRetry={isAdministrator} />
              ))}
            </ul>
          );
        }}
      </QueryContent>
    </div>
  );
}
