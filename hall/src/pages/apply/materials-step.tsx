import { Button } from 'antd';
import { useState } from 'react';
import type { Bundle } from '../../api/types';
import { MaterialSlot } from '../../components/material/material-slot';
import { useLanguage } from '../../i18n/language';
import { neededMaterials } from './required-materials';
import type { ApplicationState } from './use-application';

/** All materials on one page; what is missing is said at its place and at the button. */
export function MaterialsStep({ bundle, state }: { bundle: Bundle; state: ApplicationState }) {
  const { t } = useLanguage();
  const { application } = state;
  const [asked, setAsked] = useState(false);
  const needed = neededMaterials(bundle.materials, application.form);
  const missing = needed.filter(({ material, required }) => required && !application.files[material.id]?.length);
  const next = (): void => {
    if (missing.length === 0) return state.goTo(2);
    setAsked(true);
  };
  const names = missing.map(({ material }) => material.name).join('、');
  return (
    <section className="stack">
      <p className="soft">{t(needed.length > 0 ? 'apply.materialsHint' : 'apply.noMaterials')}</p>
      <div className="apply-materials">
        {needed.map(({ material, required }) => (
          <MaterialSlot
            key={material.id}
            bundleId={bundle.id}
            material={material}
            required={required}
            files={application.files[material.id] ?? []}
            onChange={(files) => state.setFiles(material.id, files)}
            complaint={asked && required && !application.files[material.id]?.length ? t('material.missing') : undefined}
          />
        ))}
      </div>
      {asked && missing.length > 0 && (
        <div className="form-error" role="alert">
          <p>{t('apply.materialsMissing', { n: missing.length, names })}</p>
          <Button type="link" className="apply-anyway" onClick={() => state.goTo(2, true)}>
            {t('apply.anyway')}
          </Button>
        </div>
      )}
      <div className="apply-actions">
        <Button size="large" onClick={() => state.goTo(0)}>
          {t('action.previous')}
        </Button>
        <Button type="primary" size="large" onClick={next}>
          {t('action.next')}
        </Button>
      </div>
    </section>
  );
}
