import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import type { Bundle } from '../../api/types';
import { LinkButton } from '../../components/link-button';
import { BundleSums } from '../../components/bundle-sums';
import { Loading, QueryContent } from '../../components/page-states';
import { useBundle } from '../../hooks/use-bundles';
import { canApply, useSession } from '../../hooks/use-session';
import { useTitle } from '../../hooks/use-title';
import { useLanguage } from '../../i18n/language';
import { BundleItems, BundleMaterials, BundleSteps } from './bundle-sections';
import './bundle.css';

const Markdown = lazy(() => import('../../components/markdown'));

function StartButton({ bundle }: { bundle: Bundle }) {
  const { t } = useLanguage();
  const { user } = useSession();
  if (user && !canApply(user.role)) return <p className="soft">{t('bundle.staffOnly')}</p>;
  return (
    <LinkButton to={`/apply/${bundle.id}`} type="primary" size="large" className="bundle-start">
      {t(user?.role === 'clerk' ? 'bundle.startClerk' : 'bundle.start')}
    </LinkButton>
  );
}

function BundleHead({ bundle }: { bundle: Bundle }) {
  const { label } = useLanguage();
  return (
    <header className="card bundle-head">
      <div className="row">
        {bundle.modes.map((mode) => (
          <span key={mode} className="chip chip-plain">
            {label('mode', mode)}
          </span>
        ))}
      </div>
      <h1>{bundle.name}</h1>
      <p>{bundle.summary}</p>
      <BundleSums
        items={bundle.items.length}
        departments={new Set(bundle.items.map((item) => item.department)).size}
        days={bundle.limits.promisedWorkingDays}
        materials={bundle.materials.filter((material) => material.source === 'applicant').length}
        visits={Math.max(0, ...bundle.items.map((item) => item.visits))}
      />
      <StartButton bundle={bundle} />
    </header>
  );
}

export default function BundlePage() {
  const { id } = useParams();
  const { t } = useLanguage();
  const query = useBundle(id);
  useTitle(query.data?.name);
  return (
    <QueryContent query={query} rows={10}>
      {(bundle) => (
        <div className="stack bundle-page">
          <BundleHead bundle={bundle} />
          <BundleSteps />
          <BundleItems bundle={bundle} />
          <BundleMaterials bundle={bundle} />
          {bundle.guide && (
            <section className="card stack" aria-label={t('bundle.guide')}>
              <Suspense fallback={<Loading card={false} />}>
                <Markdown text={bundle.guide} />
              </Suspense>
            </section>
          )}
        </div>
      )}
    </QueryContent>
  );
}
