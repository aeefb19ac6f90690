import { useState } from 'react';
import type { CaseMaterial } from '../../api/types';
import { FileContent, FileThumb } from '../../components/material/file-preview';
import { fileUrl } from '../../api/resources';
import { useLanguage } from '../../i18n/language';

/** All handed-in files as a strip, the chosen one large: nothing has to be opened elsewhere. */
export function MaterialViewer({ materials }: { materials: readonly CaseMaterial[] }) {
  const { t } = useLanguage();
  const files = materials.flatMap((material) =>
    material.files.map((file) => ({ ...file, id: file.fileId, material: material.name })),
  );
  const [chosen, setChosen] = useState<string>();
  const current = files.find((file) => file.id === chosen) ?? files[0];
  if (!current) return <p className="soft">{t('material.none')}</p>;
  return (
    <div className="stack-tight">
      <ul className="plain-list viewer-strip">
        {files.map((file, index) => (
          <li key={`${file.id}-${index}`}>
            <button
              type="button"
              className="viewer-choice"
              aria-pressed={file === current}
              onClick={() => setChosen(file.id)}
            >
              <FileThumb file={file} />
              <span>{file.material}</span>
            </button>
          </li>
        ))}
      </ul>
      <figure className="viewer-figure">
        <FileContent file={current} />
        <figcaption className="row row-between soft">
          <span>
            {current.material} · {current.fileName}
          </span>
          <a href={fileUrl(current.id)} target="_blank" rel="noopener">
            {t('material.download')}
          </a>
        </figcaption>
      </figure>
    </div>
  );
}
