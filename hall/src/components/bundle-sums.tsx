import { useLanguage } from '../i18n/language';

interface Sums {
  items: number;
  departments: number;
  days: number;
  materials?: number | undefined;
  visits?: number | undefined;
}

function useVisitsText(): (visits: number) => string {
  const { t } = useLanguage();
  return (visits) => {
    if (visits === 0) return t('bundle.visits0');
    return visits === 1 ? t('bundle.visits1') : t('bundle.visitsN', { n: visits });
  };
}

/** The figures that matter before applying. */
export function BundleSums({ items, departments, days, materials, visits }: Sums) {
  const { t } = useLanguage();
  const visitsText = useVisitsText();
  return (
    <ul className="plain-list row bundle-sums">
      <li className="chip">{t('bundle.items', { n: items })}</li>
      <li className="chip">{t('bundle.departments', { n: departments })}</li>
      <li className="chip">{t('bundle.days', { n: days })}</li>
      {materials !== undefined && <li className="chip">{t('bundle.materials', { n: materials })}</li>}
      {visits !== undefined && <li className="chip chip-amber">{visitsText(visits)}</li>}
    </ul>
  );
}
