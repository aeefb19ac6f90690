import { Link } from 'react-router';
import { CaseRow } from '../../components/case-row';
import { useCases } from '../../hooks/use-cases';
import { useLanguage } from '../../i18n/language';

/** An applicant's newest cases on the first page, so that nobody has to search for them. */
export function OpenCases() {
  const { t } = useLanguage();
  const query = useCases({});
  const items = query.data?.pages[0]?.items.slice(0, 2) ?? [];
  if (items.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="open-cases-title">
      <div className="row row-between">
        <h2 id="open-cases-title">{t('case.mine')}</h2>
        <Link to="/cases">{t('case.all')}</Link>
      </div>
      <ul className="plain-list stack-tight">
        {items.map((item) => (
          <CaseRow key={item.caseNumber} item={item} />
        ))}
      </ul>
    </section>
  );
}
