import type { Bundle, ManifestItem, ManifestMaterial } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { formatBytes, formatFormats } from '../../lib/format';

const STEPS = ['1', '2', '3', '4', '5'] as const;

export function BundleSteps() {
  const { t } = useLanguage();
  return (
    <section className="card stack">
      <h2>{t('bundle.stepsTitle')}</h2>
      <ol className="plain-list bundle-steps">
        {STEPS.map((n) => (
          <li key={n}>
            <span className="bundle-step-number" aria-hidden="true">
              {n}
            </span>
            <strong>{t(`step.${n}`)}</strong>
            <span className="soft">{t(`step.${n}n`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Item({ item, department }: { item: ManifestItem; department: string }) {
  const { t } = useLanguage();
  const saved = Math.round((1 - item.promisedDays / item.statutoryDays) * 100);
  return (
    <li className="bundle-line">
      <div>
        <strong>{item.name}</strong>
        <p className="soft">{department}</p>
      </div>
      <div className="bundle-line-side">
        <p>{t('bundle.promised', { n: item.promisedDays })}</p>
        <p className="soft">
          {t('bundle.statutory', { n: item.statutoryDays })}
          {saved > 0 && <> · {t('bundle.saved', { n: saved })}</>}
        </p>
      </div>
    </li>
  );
}

export function BundleItems({ bundle }: { bundle: Bundle }) {
  const { t } = useLanguage();
  return (
    <section className="card stack">
      <h2>{t('bundle.itemsTitle')}</h2>
      <ul className="plain-list">
        {bundle.items.map((item) => (
          <Item key={item.id} item={item} department={bundle.departments[item.department]?.name ?? item.department} />
        ))}
      </ul>
    </section>
  );
}

function Material({ material }: { material: ManifestMaterial }) {
  const { t, label } = useLanguage();
  const fromApplicant = material.source === 'applicant';
  const need = material.requiredWhen ? 'conditional' : material.need;
  return (
    <li className="bundle-line">
      <div>
        <strong>{material.name}</strong>
        {material.note && <p className="soft">{material.note}</p>}
      </div>
      <div className="bundle-line-side">
        <span className={`chip ${need === 'required' ? '' : 'chip-plain'}`}>
          {fromApplicant ? label('need', need) : label('source', material.source)}
        </span>
        {fromApplicant && (
          <p className="soft">
            {t('material.limits', { formats: formatFormats(material.formats), size: formatBytes(material.maxBytes) })}
          </p>
        )}
      </div>
    </li>
  );
}

export function BundleMaterials({ bundle }: { bundle: Bundle }) {
  const { t } = useLanguage();
  return (
    <section className="card stack">
      <h2>{t('bundle.materialsTitle')}</h2>
      <ul className="plain-list">
        {bundle.materials.map((material) => (
          <Material key={material.id} material={material} />
        ))}
      </ul>
    </section>
  );
}
