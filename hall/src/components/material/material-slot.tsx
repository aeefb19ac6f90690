import { CheckCircleFilled } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState, type DragEvent } from 'react';
import type { ManifestMaterial, UploadedFile } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { formatBytes, formatFormats } from '../../lib/format';
import { FileTile } from './file-tile';
import { UploadButtons } from './upload-buttons';
import { useUpload } from './use-upload';
import './material.css';

interface Props {
  bundleId: string;
  material: ManifestMaterial;
  required: boolean;
  files: readonly UploadedFile[];
  /** A change of the files as they are by then: uploads end while others are added or removed. */
  onChange: (change: (files: readonly UploadedFile[]) => UploadedFile[]) => void;
  /** Why it is asked for (correction), or that it is still missing. */
  complaint?: string | undefined;
}

/** One material's place: choose, photograph or drop a file; see it, take it back, undo. */
export function MaterialSlot({ bundleId, material, required, files, onChange, complaint }: Props) {
  const { t, label } = useLanguage();
  const { message } = App.useApp();
  const [over, setOver] = useState(false);
  const upload = useUpload(bundleId, material, (file) => onChange((now) => [...now, file]));

  const remove = (file: UploadedFile): void => {
    onChange((now) => now.filter((other) => other.id !== file.id));
    const key = `removed-${file.id}`;
    const undo = (): void => {
      onChange((now) => [...now, file]);
      message.destroy(key);
    };
    const content = (
      <>
        {t('material.removed', { name: file.fileName })}{' '}
        <Button type="link" size="small" onClick={undo}>
          {t('action.undo')}
        </Button>
      </>
    );
    void message.open({ key, content, duration: 8 });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) upload.send(file);
  };
  const need = required ? 'required' : material.need === 'required' ? 'optional' : material.need;
  return (
    <section
      className={`material ${over ? 'material-over' : ''} ${complaint && files.length === 0 ? 'material-asked' : ''}`}
      aria-label={material.name}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="material-head">
        <h3>
          {files.length > 0 && <CheckCircleFilled className="material-check" aria-label={t('material.done')} />}
          {material.name}
        </h3>
        <span className={`chip ${required ? '' : 'chip-plain'}`}>{label('need', need)}</span>
      </div>
      {complaint && <p className="material-complaint">{complaint}</p>}
      {material.note && <p className="soft">{material.note}</p>}
      {files.map((file) => (
        <FileTile key={file.id} file={file} onRemove={() => remove(file)} />
      ))}
      <UploadButtons material={material} upload={upload} again={files.length > 0} />
      <p className="soft material-limits">
        {t('material.limits', { formats: formatFormats(material.formats), size: formatBytes(material.maxBytes) })}
      </p>
    </section>
  );
}
