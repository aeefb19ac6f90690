import { Link } from 'react-router';
import type { CaseSummary } from '../../api/types';
import { CaseRow } from '../../components/case-row';
import { Notice, QueryContent } from '../../components/page-states';
import { useCases } from '../../hooks/use-cases';
import { useLanguage } from '../../i18n/language';
import { hasEnded } from '../../lib/case-state';

function Rows({ items }: { items: readonly CaseSummary[] }) {
  return (
    <ul className="plain-list stack-tight">
      {items.map((item) => (
        <CaseRow key={item.caseNumber} item={item} showName />
      ))}
    </ul>
  );
}

/** Cases whose limit is near or past, for those who supervise. */
export function WatchedCases() {
  const { t } = useLanguage();
  const query = useCases({});
  return (
    <section className="stack">
      <div className="row row-between">
        <h2>{t('work.superviseLead')}</h2>
        <Link to="/cases">{t('case.all')}</Link>
      </div>
      <QueryContent query={query}>
        {({ pages }) => {
          const watched = pages
            .flatMap((page) => page.items)
            .filter((item) => item.light !== 'green' && !hasEnded(item.state));
          const others = pages.flatMap((page) => page.items).filter((item) => !watched.includes(item));
          return (
            <>
              {watched.length === 0 ? <Notice title={t('work.superviseNone')} /> : <Rows items={watched} />}
              {others.length > 0 && <h2>{t('work.recent')}</h2>}
              <Rows items={others.slice(0, 6)} />
            </>
          );
        }}
      </QueryContent>
    </section>
  );
}
