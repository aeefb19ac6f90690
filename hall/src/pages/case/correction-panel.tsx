import { Button } from 'antd';
import { useState } from 'react';
import type { Bundle, CaseView, FormData, MissingEntry, UploadedFile } from '../../api/types';
import { MaterialSlot } from '../../components/material/material-slot';
import { useErrorText } from '../../components/page-states';
import { useLanguage } from '../../i18n/language';
import { formatTime } from '../../lib/format';
import { FormCorrection } from './form-correction';
import { useCorrection } from './use-correction';

interface Props {
  view: CaseView;
  bundle: Bundle;
  /** Everything asked for and not answered yet, by whomever. */
  missing: readonly MissingEntry[];
  dueAt: string | null | undefined;
}

/** Everything that is missing on one list, each with the place to mend it. */
export function CorrectionPanel({ view, bundle, missing, dueAt }: Props) {
  const { t, language } = useLanguage();
  const errorText = useErrorText();
  const [files, setFiles] = useState<Record<string, UploadedFile[]>>({});
  const [form, setForm] = useState<FormData>();
  const [asked, setAsked] = useState(false);
  const send = useCorrection(view.caseNumber);

  const materialOf = (id: string) => bundle.materials.find((material) => material.id === id);
  const open = missing.filter((entry) => (materialOf(entry.id) ? !files[entry.id]?.length : !form));
  const submit = (): void => {
    setAsked(true);
    if (open.length > 0) return;
    const materials = Object.entries(files).flatMap(([materialId, handed]) =>
      handed.map((file) => ({ materialId, fileId: file.id })),
    );
    send.mutate({ materials, ...(form ? { form } : {}) });
  };
  return (
    <section className="card stack ask" aria-labelledby="correction-title">
      <h2 id="correction-title">{t('correct.title', { n: missing.length })}</h2>
      <p>{t('correct.note')}</p>
      {dueAt && <p className="ask-due">{t('correct.due', { time: formatTime(dueAt, language) })}</p>}
      {missing.map((entry) => {
        const material = materialOf(entry.id);
        if (!material) {
          return (
            <FormCorrection key={entry.id} entry={entry} view={view} bundle={bundle} value={form} onChange={setForm} />
          );
        }
        const change = (update: (now: readonly UploadedFile[]) => UploadedFile[]): void =>
          setFiles((now) => ({ ...now, [entry.id]: update(now[entry.id] ?? []) }));
        return (
          <MaterialSlot
            key={entry.id}
            bundleId={view.bundleId}
            material={material}
            required
            files={files[entry.id] ?? []}
            onChange={change}
            complaint={entry.reason}
          />
        );
      })}
      {asked && open.length > 0 && (
        <p className="form-error" role="alert">
          {t('correct.incomplete', { n: open.length, names: open.map((entry) => entry.name ?? entry.id).join('、') })}
        </p>
      )}
      {send.error && (
        <p className="form-error" role="alert">
          {errorText(send.error)}
        </p>
      )}
      <div className="row">
        <Button type="primary" size="large" loading={send.isPending} onClick={submit}>
          {t('correct.submit')}
        </Button>
      </div>
    </section>
  );
}
