import { FileOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { fileUrl } from '../../api/resources';
import { useLanguage } from '../../i18n/language';
import './material.css';

export interface PreviewFile {
  id: string;
  fileName: string;
  contentType?: string | undefined;
}

/** The list does not always name the type; the file's name does. */
function kindOf(file: PreviewFile): 'image' | 'pdf' | 'other' {
  const type = file.contentType ?? '';
  if (type.startsWith('image/') || /\.(jpe?g|png|webp)$/i.test(file.fileName)) return 'image';
  return type === 'application/pdf' || /\.pdf$/i.test(file.fileName) ? 'pdf' : 'other';
}

/** The file itself, as large as there is room for. */
export function FileContent({ file }: { file: PreviewFile }) {
  const { t } = useLanguage();
  const url = fileUrl(file.id);
  const kind = kindOf(file);
  if (kind === 'image') return <img className="file-content" src={url} alt={file.fileName} />;
  if (kind === 'pdf')
    return (
      <iframe className="file-content file-content-pdf" src={`${url}#navpanes=0&view=FitH`} title={file.fileName} />
    );
  return <p className="soft">{t('material.noPreview')}</p>;
}

export function FileThumb({ file }: { file: PreviewFile }) {
  if (kindOf(file) === 'image') return <img className="file-thumb" src={fileUrl(file.id)} alt="" loading="lazy" />;
  return (
    <span className="file-thumb file-thumb-other" aria-hidden="true">
      <FileOutlined />
    </span>
  );
}

/** A file over the page; closes with Escape. */
export function FilePreview({ file, onClose }: { file: PreviewFile | undefined; onClose: () => void }) {
  const { t } = useLanguage();
  return (
    <Modal
      open={file !== undefined}
      onCancel={onClose}
      footer={null}
      title={file?.fileName}
      width={860}
      destroyOnHidden
    >
      {file && (
        <div className="stack">
          <FileContent file={file} />
          <a href={fileUrl(file.id)} target="_blank" rel="noopener">
            {t('material.download')}
          </a>
        </div>
      )}
    </Modal>
  );
}
