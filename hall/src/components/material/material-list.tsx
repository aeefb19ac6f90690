import type { CaseMaterial } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { FileTile } from './file-tile';
import './material.css';

/** Materials of a case, to look at. */
export function MaterialList({ materials }: { materials: readonly CaseMaterial[] }) {
  const { t } = useLanguage();
  const handed = materials.filter((material) => material.files.length > 0);
  if (handed.length === 0) return <p className="soft">{t('material.none')}</p>;
  return (
    <div className="material-grid">
      {handed.map((material) => (
        <section key={material.materialId} className="stack-tight" aria-label={material.name}>
          <h3>{material.name}</h3>
          {material.files.map((file) => (
            <FileTile key={file.fileId} file={{ ...file, id: file.fileId }} />
          ))}
        </section>
      ))}
    </div>
  );
}
