import { CameraOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useRef, type ChangeEvent } from 'react';
import type { ManifestMaterial } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import type { useUpload } from './use-upload';

interface Props {
  material: ManifestMaterial;
  upload: ReturnType<typeof useUpload>;
  /** A file is there already: the button then adds another page. */
  again: boolean;
}

/** Only a touch screen is likely to have a camera worth offering. */
const hasCamera = (): boolean => matchMedia('(pointer: coarse)').matches;

export function UploadButtons({ material, upload, again }: Props) {
  const { t } = useLanguage();
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) upload.send(file);
  };
  if (upload.progress !== undefined) {
    return (
      <div className="row" role="status">
        <Progress percent={upload.progress} showInfo={false} className="material-progress" />
        <span className="mono">{t('material.uploading', { n: upload.progress })}</span>
        <Button size="small" onClick={upload.stop}>
          {t('material.stop')}
        </Button>
      </div>
    );
  }
  const images = material.formats.filter((format) => format.startsWith('image/'));
  const failed = upload.failed;
  return (
    <>
      {upload.error && (
        <p className="form-error material-error" role="alert">
          {upload.error}{' '}
          {failed && (
            <Button type="link" size="small" onClick={() => upload.send(failed)}>
              {t('action.retry')}
            </Button>
          )}
        </p>
      )}
      <div className="row">
        <input ref={chooser} type="file" hidden accept={material.formats.join(',')} onChange={choose} tabIndex={-1} />
        <input ref={camera} type="file" hidden accept="image/*" capture="environment" onChange={choose} tabIndex={-1} />
        {images.length > 0 && hasCamera() && (
          <Button icon={<CameraOutlined />} onClick={() => camera.current?.click()}>
            {t('material.camera')}
          </Button>
        )}
        <Button
          icon={<UploadOutlined />}
          aria-label={`${t(again ? 'material.addMore' : 'material.add')} ${material.name}`}
          onClick={() => chooser.current?.click()}
        >
          {t(again ? 'material.addMore' : 'material.add')}
        </Button>
        {!hasCamera() && <span className="soft">{t('material.drop')}</span>}
      </div>
    </>
  );
}
