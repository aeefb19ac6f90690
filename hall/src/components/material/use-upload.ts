import { useEffect, useRef, useState } from 'react';
import { uploadMaterial } from '../../api/upload';
import type { ManifestMaterial, UploadedFile } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useErrorText } from '../page-states';
import { checkFile, typeOf } from './check-file';
import { shrinkImage } from './shrink-image';

interface UploadState {
  /** Percent of the file being sent, undefined when none is. */
  progress?: number | undefined;
  error?: string | undefined;
  /** The file that failed on its way, for trying again. */
  failed?: File | undefined;
}

/** Checks, shrinks and sends one file at a time for one material. */
export function useUpload(bundleId: string, material: ManifestMaterial, onUploaded: (file: UploadedFile) => void) {
  const { t } = useLanguage();
  const errorText = useErrorText();
  const [state, setState] = useState<UploadState>({});
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const send = async (chosen: File): Promise<void> => {
    setState({ progress: 0 });
    const file = await shrinkImage(chosen, material);
    const complaint = checkFile(file, material);
    if (complaint) return setState({ error: t(complaint.key, complaint.fill) });
    const controller = new AbortController();
    abort.current = controller;
    try {
      const target = { bundleId, materialId: material.id };
      const onProgress = (progress: number): void => setState({ progress });
      const uploaded = await uploadMaterial(file, target, onProgress, controller.signal);
      setState({});
      onUploaded({ ...uploaded, contentType: uploaded.contentType || typeOf(file) });
    } catch (error) {
      if (controller.signal.aborted) return setState({});
      setState({ error: t('material.failed', { reason: errorText(error) }), failed: chosen });
    }
  };
  return { ...state, send: (file: File) => void send(file), stop: () => abort.current?.abort() };
}
