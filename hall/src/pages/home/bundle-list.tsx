import { ArrowRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { BundleSummary } from '../../api/types';
import { BundleSums } from '../../components/bundle-sums';
import { Notice, QueryContent } from '../../components/page-states';
import { useBundles } from '../../hooks/use-bundles';
import { useLanguage } from '../../i18n/language';

/** Every word must appear somewhere in the name, summary or departments. */
function matches(bundle: BundleSummary, search: string): boolean {
  const text = [bundle.name, bundle.summary, ...bundle.departments].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function BundleCard({ bundle }: { bundle: BundleSummary }) {
  const { t, label } = useLanguage();
  return (
    <li className="card bundle-card">
      <div className="row">
        {bundle.modes.map((mode) => (
          <span key={mode} className="chip chip-plain">
            {label('mode', mode)}
          </span>
        ))}
      </div>
      <h3>
        <Link to={`/bundles/${bundle.id}`} className="bundle-card-link">
          {bundle.name}
        </Link>
      </h3>
      <p>{bundle.summary}</p>
      <BundleSums
        items={bundle.itemCount}
        departments={bundle.departments.length}
        days={bundle.promisedWorkingDays}
        materials={bundle.materialCount}
        visits={bundle.visits}
      />
      <p className="bundle-card-more" aria-hidden="true">
        {t('bundle.open')} <ArrowRightOutlined />
      </p>
    </li>
  );
}

export function BundleList({ search, onClear }: { search: string; onClear: () => void }) {
  const { t } = useLanguage();
  const query = useBundles();
  return (
    <section className="stack" aria-labelledby="bundles-title">
      <h2 id="bundles-title">{t('home.bundles')}</h2>
      <QueryContent query={query}>
        {({ items }) => {
          if (items.length === 0) return <Notice title={t('home.empty')} />;
          const found = items.filter((bundle) => matches(bundle, search.trim()));
          if (found.length > 0) {
            return (
              <ul className="plain-list bundle-cards">
                {found.map((bundle) => (
                  <BundleCard key={bundle.id} bundle={bundle} />
                ))}
              </ul>
            );
          }
          return (
            <Notice
              title={t('home.none', { q: search })}
              actions={<Button onClick={onClear}>{t('home.clear')}</Button>}
            >
              {t('home.noneHint')}
            </Notice>
          );
        }}
      </QueryContent>
    </section>
  );
}
