import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { formatBytes } from '../../lib/format';
import { FilePreview, FileThumb, type PreviewFile } from './file-preview';

interface Props {
  file: PreviewFile & { bytes: number };
  onRemove?: (() => void) | undefined;
}

/** One handed-in file: small picture, name, preview on tap, removal where allowed. */
export function FileTile({ file, onRemove }: Props) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <div className="file-tile">
      <button type="button" className="file-tile-open" onClick={() => setOpen(true)}>
        <FileThumb file={file} />
        <span className="file-tile-text">
          <span className="file-tile-name">{file.fileName}</span>
          <span className="soft">
            {formatBytes(file.bytes)} · {t('material.preview')}
          </span>
        </span>
      </button>
      {onRemove && (
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`${t('material.remove')} ${file.fileName}`}
          onClick={onRemove}
        />
      )}
      <FilePreview file={open ? file : undefined} onClose={() => setOpen(false)} />
    </div>
  );
}
