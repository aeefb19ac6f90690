import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import type { SessionUser } from '../../api/types';
import { CaseRow } from '../../components/case-row';
import { LinkButton } from '../../components/link-button';
import { Notice, QueryContent } from '../../components/page-states';
import { useCases } from '../../hooks/use-cases';
import { useSession } from '../../hooks/use-session';
import { useTitle } from '../../hooks/use-title';
import { useLanguage } from '../../i18n/language';
import { CaseFilters } from './case-filters';

function NoCases({ user, filtered }: { user: SessionUser | null | undefined; filtered: boolean }) {
  const { t } = useLanguage();
  if (filtered) return <Notice title={t('case.noneFound')}>{t('case.noneFoundHint')}</Notice>;
  if (user?.role !== 'applicant') return <Notice title={t('case.none')} />;
  const start = (
    <LinkButton to="/" type="primary">
      {t('nav.home')}
    </LinkButton>
  );
  return (
    <Notice title={t('case.none')} actions={start}>
      {t('case.noneHint')}
    </Notice>
  );
}

/** An applicant's own cases, or the search for staff. The filter lives in the address, so it can be kept and shared. */
export default function CasesPage() {
  const { t } = useLanguage();
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  const filter = { q: search.get('q') ?? '', state: search.get('state') ?? '' };
  const query = useCases({ q: filter.q || undefined, state: filter.state || undefined });
  const staff = user?.role !== 'applicant';
  const title = t(staff ? 'nav.cases' : 'case.mine');
  useTitle(title);
  const change = (next: typeof filter): void => {
    const entries = Object.entries(next).filter(([, value]) => value !== '');
    setSearch(Object.fromEntries(entries), { replace: true });
  };
  return (
    <div className="stack">
      <h1>{title}</h1>
      <CaseFilters filter={filter} onChange={change} withSearch={staff} />
      <QueryContent query={query} rows={8}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <NoCases user={user} filtered={Boolean(filter.q || filter.state)} />;
          return (
            <ul className="plain-list stack-tight">
              {items.map((item) => (
                <CaseRow key={item.caseNumber} item={item} showName={staff} />
              ))}
            </ul>
          );
        }}
      </QueryContent>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </div>
  );
}
