import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/resources';
import { QueryContent } from '../../components/page-states';
import { useBundles } from '../../hooks/use-bundles';
import { useLanguage } from '../../i18n/language';

/** A clerk starts filing from here. */
export function FilingLinks() {
  const { t } = useLanguage();
  const query = useBundles();
  return (
    <section className="card">
      <h2>{t('work.filing')}</h2>
      <QueryContent query={query} rows={2}>
        {({ items }) =>
          items
            .filter((bundle) => bundle.channels.includes('window'))
            .map((bundle) => (
              <Link key={bundle.id} to={`/bundles/${bundle.id}`} className="work-side-link">
                {bundle.name}
              </Link>
            ))
        }
      </QueryContent>
    </section>
  );
}

export function IncidentCard() {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['incidents'], queryFn: ({ signal }) => api.incidents(signal) });
  const count = query.data?.items.length ?? 0;
  return (
    <section className="card stack-tight">
      <h2>{t('nav.incidents')}</h2>
      <QueryContent query={query} rows={1}>
        {() => <p>{count > 0 ? t('work.incidents', { n: count }) : t('work.noIncidents')}</p>}
      </QueryContent>
      <Link to="/incidents">{t('queue.view')}</Link>
    </section>
  );
}

export function StudioCard() {
  const { t } = useLanguage();
  return (
    <section className="card stack-tight">
      <h2>{t('nav.modeler')}</h2>
      <p className="soft">{t('work.modelerNote')}</p>
      <div>
        <Button type="primary" href="/modeler/">
          {t('work.modeler')}
        </Button>
      </div>
    </section>
  );
}
