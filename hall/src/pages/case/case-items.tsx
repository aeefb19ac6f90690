import type { Bundle, CaseItem, CaseView } from '../../api/types';
import { ResultTag, StateTag } from '../../components/tags';
import { useLanguage } from '../../i18n/language';

function ItemRow({ item, promisedDays }: { item: CaseItem; promisedDays: number | undefined }) {
  const { t } = useLanguage();
  const outcome = item.result === 'granted' ? 'good' : item.result ? 'bad' : 'open';
  return (
    <li className={`case-item case-item-${outcome}`}>
      <div>
        <strong>{item.departmentName}</strong>
        <p>{item.name}</p>
        {item.reason && <p className="case-item-reason">{item.reason}</p>}
      </div>
      <div className="case-item-side">
        {item.result ? <ResultTag result={item.result} /> : <StateTag state={item.state} />}
        {!item.result && promisedDays !== undefined && (
          <p className="soft">{t('bundle.promised', { n: promisedDays })}</p>
        )}
        <p className="soft mono case-item-number">{item.number}</p>
      </div>
    </li>
  );
}

/** One row for each department's item, live. */
export function CaseItems({ view, bundle }: { view: CaseView; bundle: Bundle | undefined }) {
  const { t } = useLanguage();
  const daysOf = (itemId: string): number | undefined => bundle?.items.find((item) => item.id === itemId)?.promisedDays;
  return (
    <div className="stack-tight">
      <h3>{t('case.items')}</h3>
      <ul className="plain-list case-items" aria-live="polite">
        {view.items.map((item) => (
          <ItemRow key={item.number} item={item} promisedDays={daysOf(item.itemId)} />
        ))}
      </ul>
    </div>
  );
}
